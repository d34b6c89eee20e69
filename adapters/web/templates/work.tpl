{{%AUTOESCAPE context="HTML"}}<div class="title"><h1>{{L_WORK_TITLE}}</h1>
<p>{{L_WORK_INTRO}}</p></div>
<nav class="filters" aria-label="{{L_OWNER}}"><ul>
<li><a href="/"{{#ALL}} aria-current="true"{{/ALL}}>{{L_EVERYBODY}}</a></li>
{{#OWNER}}<li><a href="/?owner={{ID}}"{{#CHOSEN}} aria-current="true"{{/CHOSEN}}>{{NAME}}</a></li>
{{/OWNER}}</ul></nav>
<div id="work" hx-get="{{SELF}}" hx-trigger="every 60s" hx-select="#work" hx-swap="outerHTML">
{{#NOTHING}}<p class="empty">{{L_NOTHING_DUE}}</p>
{{/NOTHING}}{{#SOME}}<table class="stacked work">
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
{{/SOME}}{{#MORE}}<p class="help">{{SENTENCE}}</p>
{{/MORE}}</div>
