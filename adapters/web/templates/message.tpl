{{%AUTOESCAPE context="HTML"}}<div class="title message"><h1>{{TITLE}}</h1>
{{#LINE}}<p>{{SENTENCE}}</p>
{{/LINE}}{{#CONTACT}}<dl class="facts">{{#ROW}}<div><dt>{{LABEL}}</dt><dd>{{TEXT}}</dd></div>{{/ROW}}</dl>
{{/CONTACT}}{{#WAY_OUT}}<p><a class="button" href="{{ADDRESS}}">{{NAME}}</a></p>
{{/WAY_OUT}}</div>
