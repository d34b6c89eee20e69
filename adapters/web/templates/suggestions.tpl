{{%AUTOESCAPE context="HTML"}}<div class="notice"><p>{{L_SUGGESTIONS}}</p>
<ul>{{#SUGGESTION}}<li><strong>{{SUGGESTED}}</strong>{{#WORDS}} : {{BECAUSE}}{{/WORDS}} <span class="soft">({{STANDING}})</span></li>
{{/SUGGESTION}}</ul></div>
