{{%AUTOESCAPE context="HTML"}}<div class="title"><h1>{{L_CASES}}</h1>
<p>{{COUNT}}</p></div>
{{>REFUSED}}<form class="search" method="get" action="/cases" role="search">
<div class="field"><label for="text">{{L_SEARCH}}</label><input id="text" type="search" name="text" value="{{TEXT}}"></div>
<div class="field"><label for="theme">{{L_THEME}}</label><select id="theme" name="theme"><option value="">{{L_ANY}}</option>{{#THEME}}<option value="{{ID}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{TITLE}}</option>{{/THEME}}</select></div>
<label class="check"><input type="checkbox" name="all" value="1"{{#CLOSED_TOO}} checked{{/CLOSED_TOO}}> {{L_CLOSED_TOO}}</label>
<button class="main">{{L_FIND}}</button>
</form>
{{#NOTHING}}<div class="empty"><p>{{L_NO_CASE}}</p><p><a class="button" href="/cases?all=1">{{L_ALL_CASES}}</a></p></div>
{{/NOTHING}}{{#SOME}}{{#BULK}}<form method="post" action="/cases/assign" id="bulk"><input type="hidden" name="form-key" value="{{KEY}}"><input type="hidden" name="form-back" value="{{HERE}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"></form>
{{/BULK}}<table class="stacked{{#BULK}} select{{/BULK}}">
<caption class="visually-hidden">{{L_CASES}}</caption>
<thead><tr>{{#BULK}}<th scope="col"><span class="visually-hidden">{{L_TICK}}</span></th>{{/BULK}}<th scope="col">{{L_CASE}}</th><th scope="col">{{L_PERSON}}</th><th scope="col">{{L_PLACE}}</th><th scope="col">{{L_NEEDS}}</th><th scope="col">{{L_OWNER}}</th><th scope="col">{{L_OPENED}}</th></tr></thead>
<tbody>
{{#ROW}}<tr>
{{#TICK}}<td><input type="checkbox" name="case" value="{{ID}}" form="bulk"{{#TICKED}} checked{{/TICKED}} aria-label="{{L_TICK}} {{NUMBER}}"></td>
{{/TICK}}<td data-label="{{L_CASE}}"><a href="/cases/{{ID}}">{{NUMBER}}</a>{{#CLOSED}} <span class="tag over">{{L_CLOSED}}</span>{{/CLOSED}}</td>
<td data-label="{{L_PERSON}}">{{PERSON}}{{#FIRM}}<br><span class="soft">{{NAME}}</span>{{/FIRM}}</td>
<td data-label="{{L_PLACE}}">{{PLACE}}</td>
<td data-label="{{L_NEEDS}}">{{#NEED}}<div>{{TITLE}}{{#STATE}} <span class="soft">· {{TEXT}}</span>{{/STATE}}</div>{{/NEED}}</td>
<td data-label="{{L_OWNER}}">{{OWNER}}</td>
<td class="when" data-label="{{L_OPENED}}">{{OPENED}}</td>
</tr>
{{/ROW}}</tbody></table>
{{#BULK}}<div class="bulk row no-print">
<div class="field"><label for="bulk-owner">{{L_BULK_TO}}</label><select id="bulk-owner" name="form-owner" form="bulk"{{#OWNER_ERROR}} aria-invalid="true" aria-describedby="bulk-owner-error"{{/OWNER_ERROR}}><option value=""></option>{{#MEMBER_OF}}<option value="{{ID}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{NAME}}</option>{{/MEMBER_OF}}</select>{{#OWNER_ERROR}}<p class="error" id="bulk-owner-error">{{SENTENCE}}</p>{{/OWNER_ERROR}}</div>
<div class="field"><label for="bulk-reason">{{L_BULK_WHY}}</label><input id="bulk-reason" name="form-reason" form="bulk" autocomplete="off" value="{{REASON_TYPED}}"{{#REASON_ERROR}} aria-invalid="true" aria-describedby="bulk-reason-error"{{/REASON_ERROR}}>{{#REASON_ERROR}}<p class="error" id="bulk-reason-error">{{SENTENCE}}</p>{{/REASON_ERROR}}</div>
<button form="bulk">{{L_BULK_ASSIGN}}</button></div>
{{/BULK}}{{/SOME}}{{#PAGES}}<nav class="pages" aria-label="{{L_PAGES}}">{{#PREVIOUS}}<a href="{{ADDRESS}}" rel="prev">{{L_PREVIOUS}}</a>{{/PREVIOUS}} <span>{{RANGE}}</span> {{#NEXT}}<a href="{{ADDRESS}}" rel="next">{{L_NEXT}}</a>{{/NEXT}}</nav>
{{/PAGES}}
