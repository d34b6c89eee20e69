{{%AUTOESCAPE context="HTML"}}{{#NO_DOCUMENT}}<p class="empty">{{L_NO_DOCUMENT}}</p>
{{/NO_DOCUMENT}}{{#SOME_DOCUMENTS}}<ul class="plain documents">{{#DOCUMENT}}<li><p><a href="{{HREF}}">{{FILE_NAME}}</a> <span class="tag">{{KIND}}</span><br>
<span class="soft">{{SENDER}} · {{SENT}} · {{SIZE}}{{#SHOWN}} · {{SHOWN_LINE}}{{/SHOWN}}</span></p>
{{#FILE_ACTS}}<p class="row no-print">{{#SHARE}}<a class="button quiet" href="{{SHARE_HREF}}" aria-label="{{L_SHARE}} : {{FILE_NAME}}">{{L_SHARE}}</a> {{/SHARE}}{{#TAKE_AWAY}}<a class="button quiet" href="{{REMOVE_HREF}}" aria-label="{{L_TAKE_AWAY}} : {{FILE_NAME}}">{{L_TAKE_AWAY}}</a>{{/TAKE_AWAY}}</p>
{{/FILE_ACTS}}{{#OWN_FILE}}<form class="no-print" method="post" action="{{REMOVE_ACTION}}"><input type="hidden" name="document" value="{{FILE_KEY}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><button class="quiet" aria-label="{{L_TAKE_AWAY}} : {{FILE_NAME}}">{{L_TAKE_AWAY}}</button></form>
{{/OWN_FILE}}</li>
{{/DOCUMENT}}</ul>
{{/SOME_DOCUMENTS}}
