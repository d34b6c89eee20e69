{{%AUTOESCAPE context="HTML"}}<div class="title"><h1>{{L_MEANWHILE}}</h1></div>
<form class="search" method="get" action="/meanwhile" role="search">
<div class="field"><label for="whose">{{L_WHOSE}}</label><select id="whose" name="who">{{#WHOSE}}<option value="{{ID}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{NAME}}</option>{{/WHOSE}}</select></div>
<div class="field"><label for="since">{{L_SINCE_DAY}}</label><input id="since" type="date" name="since" value="{{SINCE}}"></div>
<button class="main">{{L_SHOW}}</button>
</form>
{{#NOTHING}}<p class="empty">{{L_NOTHING_MEANWHILE}}</p>
{{/NOTHING}}{{#GROUP}}<section class="card" aria-labelledby="case-{{CASE}}"><h2 id="case-{{CASE}}"><a href="/cases/{{CASE}}">{{L_CASE}} {{NUMBER}}</a></h2>
<ol class="timeline">{{#LINE}}<li><p class="when"><time>{{AT}}</time></p><p>{{SENTENCE}}</p></li>
{{/LINE}}</ol></section>
{{/GROUP}}
