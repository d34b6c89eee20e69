{{%AUTOESCAPE context="HTML"}}<div class="title"><h1>{{L_INBOX}}</h1>
<p>{{L_INBOX_INTRO}}</p></div>
<nav class="filters" aria-label="{{L_INBOX_LISTS}}"><ul>
{{#TAB}}<li><a href="{{ADDRESS}}"{{#CHOSEN}} aria-current="true"{{/CHOSEN}}>{{TITLE}} <span class="count">{{COUNT}}</span></a></li>
{{/TAB}}</ul></nav>
{{#SEARCH}}<form class="search" method="get" action="/inbox" role="search">
<input type="hidden" name="list" value="ended">
<div class="field"><label for="year">{{L_YEAR}}</label><input id="year" name="year" inputmode="numeric" size="5" value="{{CHOSEN_YEAR}}"></div>
<div class="field"><label for="outcome">{{L_OUTCOME}}</label><select id="outcome" name="outcome"><option value="">{{L_ANY}}</option>{{#OUTCOME}}<option value="{{ID}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{TITLE}}</option>{{/OUTCOME}}</select></div>
<button class="main">{{L_SHOW}}</button>
</form>
{{/SEARCH}}{{#NOTE}}<p class="empty">{{SENTENCE}}</p>
{{/NOTE}}<div class="stack">{{#INSTITUTION}}<section class="card" aria-labelledby="of-{{ID}}">
<h2 id="of-{{ID}}">{{NAME}}</h2>
{{#EMPTY}}<p class="empty">{{SENTENCE}}</p>
{{/EMPTY}}{{#LINES}}<table class="stacked inbox">
<caption class="visually-hidden">{{NAME}}</caption>
<thead><tr><th scope="col">{{#IS_WAITING}}{{L_ANSWER_BY}}{{/IS_WAITING}}{{#IS_DUE}}{{L_DUE_NEXT}}{{/IS_DUE}}{{#IS_ENDED}}{{L_ENDED_ON}}{{/IS_ENDED}}</th><th scope="col">{{L_ASKED_SUBJECT}}</th><th scope="col">{{L_REQUESTER}}</th><th scope="col">{{L_WHERE_IT_STANDS}}</th><th scope="col">{{L_ASKED_ON}}</th></tr></thead>
{{#LINE}}<tbody class="{{#LATE}}late{{/LATE}}{{#TODAY}} today{{/TODAY}}"><tr>
<td class="when" data-label="{{#IS_WAITING}}{{L_ANSWER_BY}}{{/IS_WAITING}}{{#IS_DUE}}{{L_DUE_NEXT}}{{/IS_DUE}}{{#IS_ENDED}}{{L_ENDED_ON}}{{/IS_ENDED}}">{{WHEN}}{{#STANDS}}<span class="soft">{{L_CLOCK_STANDS}}</span>{{/STANDS}}{{#WHAT}}<br><span class="soft">{{TEXT}}</span>{{/WHAT}}</td>
<td data-label="{{L_ASKED_SUBJECT}}"><a href="{{ADDRESS}}">{{SUBJECT}} <span class="number">{{NUMBER}}</span></a></td>
<td data-label="{{L_REQUESTER}}">{{WHO}}</td>
<td data-label="{{L_WHERE_IT_STANDS}}"><span class="tag{{#IS_OVER}} over{{/IS_OVER}}">{{STATE}}</span></td>
<td class="when" data-label="{{L_ASKED_ON}}">{{SINCE}}</td>
</tr></tbody>
{{/LINE}}</table>
{{/LINES}}{{#PAGES}}<nav class="pages" aria-label="{{L_PAGES}}">{{#PREVIOUS}}<a href="{{ADDRESS}}" rel="prev">{{L_PREVIOUS}}</a>{{/PREVIOUS}} <span>{{RANGE}}</span> {{#NEXT}}<a href="{{ADDRESS}}" rel="next">{{L_NEXT}}</a>{{/NEXT}}</nav>
{{/PAGES}}</section>
{{/INSTITUTION}}</div>
