{{%AUTOESCAPE context="HTML"}}<div class="title"><h1>{{L_MEANWHILE}}</h1></div>
<form class="search" method="get" action="/meanwhile" role="search">
<div class="field"><label for="whose">{{L_WHOSE}}</label><select id="whose" name="who">{{#WHOSE}}<option value="{{ID}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{NAME}}</option>{{/WHOSE}}</select></div>
<div class="field"><label for="since">{{L_SINCE_DAY}}</label><input id="since" type="date" name="since" value="{{SINCE}}"></div>
<button class="main">{{L_SHOW}}</button>
</form>
{{#NOTHING}}<p class="empty">{{L_NOTHING_MEANWHILE}}</p>
{{/NOTHING}}{{#GROUP}}<details class="act"{{#OPEN}} open{{/OPEN}}><summary>{{L_CASE}} {{NUMBER}} <span class="count">{{COUNT}}</span></summary>
<div class="inside"><p><a class="button quiet" href="/cases/{{CASE}}">{{L_CASE}} {{NUMBER}}</a></p>
<ol class="timeline">{{#LINE}}<li><p class="when"><time>{{AT}}</time></p><p>{{SENTENCE}}</p></li>
{{/LINE}}</ol></div></details>
{{/GROUP}}
{{#PAGES}}<nav class="pages" aria-label="{{L_PAGES}}">{{#PREVIOUS}}<a href="{{ADDRESS}}" rel="prev">{{L_PREVIOUS}}</a>{{/PREVIOUS}} <span>{{RANGE}}</span> {{#NEXT}}<a href="{{ADDRESS}}" rel="next">{{L_NEXT}}</a>{{/NEXT}}</nav>
{{/PAGES}}
