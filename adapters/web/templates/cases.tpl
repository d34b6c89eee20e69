{{%AUTOESCAPE context="HTML"}}<div class="title"><h1>{{L_CASES}}</h1>
<p>{{COUNT}}</p></div>
<form class="search" method="get" action="/cases" role="search">
<div class="field"><label for="text">{{L_SEARCH}}</label><input id="text" type="search" name="text" value="{{TEXT}}"></div>
<div class="field"><label for="theme">{{L_THEME}}</label><select id="theme" name="theme"><option value="">{{L_ANY}}</option>{{#THEME}}<option value="{{ID}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{TITLE}}</option>{{/THEME}}</select></div>
<label class="check"><input type="checkbox" name="all" value="1"{{#CLOSED_TOO}} checked{{/CLOSED_TOO}}> {{L_CLOSED_TOO}}</label>
<button class="main">{{L_FIND}}</button>
</form>
{{#NOTHING}}<p class="empty">{{L_NO_CASE}}</p>
{{/NOTHING}}{{#SOME}}<table class="stacked">
<caption class="visually-hidden">{{L_CASES}}</caption>
<thead><tr><th scope="col">{{L_CASE}}</th><th scope="col">{{L_PERSON}}</th><th scope="col">{{L_PLACE}}</th><th scope="col">{{L_NEEDS}}</th><th scope="col">{{L_OWNER}}</th><th scope="col">{{L_OPENED}}</th></tr></thead>
<tbody>
{{#ROW}}<tr>
<td data-label="{{L_CASE}}"><a href="/cases/{{ID}}">{{NUMBER}}</a>{{#CLOSED}} <span class="tag over">{{L_CLOSED}}</span>{{/CLOSED}}</td>
<td data-label="{{L_PERSON}}">{{PERSON}}{{#FIRM}}<br><span class="soft">{{NAME}}</span>{{/FIRM}}</td>
<td data-label="{{L_PLACE}}">{{PLACE}}</td>
<td data-label="{{L_NEEDS}}">{{#NEED}}<div>{{TITLE}}{{#STATE}} <span class="soft">· {{TEXT}}</span>{{/STATE}}</div>{{/NEED}}</td>
<td data-label="{{L_OWNER}}">{{OWNER}}</td>
<td class="when" data-label="{{L_OPENED}}">{{OPENED}}</td>
</tr>
{{/ROW}}</tbody></table>
{{/SOME}}{{#PAGES}}<nav class="pages" aria-label="{{L_PAGES}}">{{#PREVIOUS}}<a href="{{ADDRESS}}" rel="prev">{{L_PREVIOUS}}</a>{{/PREVIOUS}} <span>{{RANGE}}</span> {{#NEXT}}<a href="{{ADDRESS}}" rel="next">{{L_NEXT}}</a>{{/NEXT}}</nav>
{{/PAGES}}
