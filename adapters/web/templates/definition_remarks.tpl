{{%AUTOESCAPE context="HTML"}}{{#NO_REMARK}}<p class="soft">{{L_DEF_NO_REMARK}}</p>
{{/NO_REMARK}}{{#SOME}}<ol class="diagnostics">{{#REMARK}}<li class="{{SEVERITY}}">{{#PLACE}}<a href="{{ADDRESS}}">{{NAME}}</a> {{/PLACE}}{{MESSAGE}} <code>[{{CODE}}]</code>{{#SOURCE}}<br><code class="soft">{{TEXT}}</code>{{/SOURCE}}{{#HINT}}<br><span class="soft">{{TEXT}}</span>{{/HINT}}</li>
{{/REMARK}}</ol>
{{/SOME}}
