{{%AUTOESCAPE context="HTML"}}<div class="title split"><div><h1>{{L_WORK_TITLE}}</h1>
<p>{{L_WORK_INTRO}}</p></div>
<p class="buttons"><a class="button" href="/meanwhile">{{L_MEANWHILE}}</a></p></div>
{{#DESK_NOTICE}}<p class="notice warn">{{SENTENCE}}</p>
{{/DESK_NOTICE}}<nav class="filters" aria-label="{{L_OWNER}}"><ul>
<li><a href="{{ALL_ADDRESS}}"{{#ALL}} aria-current="true"{{/ALL}}>{{L_EVERYBODY}}</a></li>
{{#OWNER}}<li><a href="{{ADDRESS}}"{{#CHOSEN}} aria-current="true"{{/CHOSEN}}>{{NAME}}</a></li>
{{/OWNER}}</ul></nav>
<nav class="filters" aria-label="{{L_DOER}}"><ul>
{{#WHOSE}}<li><a href="{{ADDRESS}}"{{#CHOSEN}} aria-current="true"{{/CHOSEN}}>{{TITLE}} <span class="count">{{COUNT}}</span></a></li>
{{/WHOSE}}</ul></nav>
<nav class="filters" aria-label="{{L_FILTERS}}"><ul>
{{#WHEN}}<li><a href="{{ADDRESS}}"{{#CHOSEN}} aria-current="true"{{/CHOSEN}}>{{TITLE}} <span class="count">{{COUNT}}</span></a></li>
{{/WHEN}}</ul></nav>
<form class="search" method="get" action="/" role="search">
{{#KEPT_FILTER}}<input type="hidden" name="{{NAME}}" value="{{VALUE}}">
{{/KEPT_FILTER}}<div class="field"><label for="text">{{L_SEARCH_WORK}}</label><input id="text" type="search" name="text" value="{{TEXT}}"></div>
<div class="field"><label for="theme">{{L_THEME}}</label><select id="theme" name="theme"><option value="">{{L_ANY}}</option>{{#THEME}}<option value="{{ID}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{TITLE}}</option>{{/THEME}}</select></div>
<button class="main">{{L_FIND}}</button>
</form>
<div id="work" hx-get="{{SELF}}" hx-trigger="every 60s" hx-select="#work" hx-swap="outerHTML">
{{#NOTHING}}<p class="empty">{{L_NOTHING_DUE}}</p>
{{/NOTHING}}{{#NONE_SO}}<div class="empty"><p>{{L_NONE_SO}}</p><p><a class="button" href="/">{{L_ALL_DUES}}</a></p></div>
{{/NONE_SO}}{{#SOME}}<table class="stacked work">
<caption class="visually-hidden">{{L_WORK_TITLE}}</caption>
<thead><tr><th scope="col">{{L_DUE}}</th><th scope="col">{{L_WHAT}}</th><th scope="col">{{L_WHO}}</th><th scope="col">{{L_CASE}}</th><th scope="col">{{L_THEME}}</th></tr></thead>
{{#GROUP}}<tbody class="{{KIND}}">
<tr class="group"><th scope="rowgroup" colspan="5"><h2>{{TITLE}} <span class="count">{{COUNT}}</span></h2></th></tr>
{{#LINE}}<tr{{#AUTOMATIC}} class="by-itself"{{/AUTOMATIC}}>
<td class="when" data-label="{{L_DUE}}">{{DUE}}</td>
<td class="what" data-label="{{L_WHAT}}">{{WHAT}}{{#AUTOMATIC}} <span class="tag">{{L_AUTOMATIC}}</span>{{/AUTOMATIC}}</td>
<td data-label="{{L_WHO}}">{{WHO}}</td>
<td data-label="{{L_CASE}}"><a href="/cases/{{CASE}}">{{NUMBER}}</a> {{PERSON}}</td>
<td data-label="{{L_THEME}}">{{THEME}}</td>
</tr>
{{/LINE}}</tbody>
{{/GROUP}}</table>
{{/SOME}}{{#PAGES}}<nav class="pages" aria-label="{{L_PAGES}}">{{#PREVIOUS}}<a href="{{ADDRESS}}" rel="prev">{{L_PREVIOUS}}</a>{{/PREVIOUS}} <span>{{RANGE}}</span> {{#NEXT}}<a href="{{ADDRESS}}" rel="next">{{L_NEXT}}</a>{{/NEXT}}</nav>
{{/PAGES}}{{#MORE}}<p class="help">{{SENTENCE}}</p>
{{/MORE}}</div>
