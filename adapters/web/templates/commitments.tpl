{{%AUTOESCAPE context="HTML"}}<div class="title"><p class="over-title">{{L_COMMITMENTS}}</p>
<h1>{{NAME}}</h1>
<p>{{L_COMMITMENTS_INTRO}}</p></div>
<form class="search" method="get" action="{{SELF}}" role="search">
<div class="field"><label for="from">{{L_FROM_DAY}}</label><input id="from" type="date" name="from" value="{{FIRST}}"></div>
<div class="field"><label for="until">{{L_UNTIL_DAY}}</label><input id="until" type="date" name="until" value="{{LAST}}"></div>
<button class="main">{{L_SHOW}}</button>
</form>
<div class="stack">
<section class="card" aria-labelledby="kept"><h2 id="kept">{{L_KEPT}}</h2>
{{#NOTHING_ASKED}}<p class="empty">{{L_NOTHING_ASKED}}</p>
{{/NOTHING_ASKED}}{{#KEPT}}<table class="stacked">
<caption class="visually-hidden">{{L_KEPT}}</caption>
<thead><tr><th scope="col">{{L_MONTH}}</th><th scope="col" class="num">{{L_ASKED}}</th><th scope="col" class="num">{{L_IN_TIME}}</th><th scope="col" class="num">{{L_ANSWERED_LATE}}</th><th scope="col" class="num">{{L_SILENT}}</th><th scope="col" class="num">{{L_WITHDRAWN}}</th><th scope="col" class="num">{{L_WAITING}}</th><th scope="col" class="num">{{L_MEDIAN}}</th></tr></thead>
<tbody>{{#ROW}}<tr><th scope="row">{{LABEL}}</th><td class="num" data-label="{{L_ASKED}}">{{ASKED}}</td><td class="num" data-label="{{L_IN_TIME}}">{{IN_TIME}}</td><td class="num" data-label="{{L_ANSWERED_LATE}}">{{LATE}}</td><td class="num" data-label="{{L_SILENT}}">{{SILENT}}</td><td class="num" data-label="{{L_WITHDRAWN}}">{{WITHDRAWN}}</td><td class="num" data-label="{{L_WAITING}}">{{WAITING}}</td><td class="num" data-label="{{L_MEDIAN}}">{{MEDIAN}}</td></tr>
{{/ROW}}</tbody>
<tfoot>{{#SUM}}<tr><th scope="row">{{LABEL}}</th><td class="num" data-label="{{L_ASKED}}">{{ASKED}}</td><td class="num" data-label="{{L_IN_TIME}}">{{IN_TIME}}</td><td class="num" data-label="{{L_ANSWERED_LATE}}">{{LATE}}</td><td class="num" data-label="{{L_SILENT}}">{{SILENT}}</td><td class="num" data-label="{{L_WITHDRAWN}}">{{WITHDRAWN}}</td><td class="num" data-label="{{L_WAITING}}">{{WAITING}}</td><td class="num" data-label="{{L_MEDIAN}}">{{MEDIAN}}</td></tr>
{{/SUM}}</tfoot></table>
<p>{{L_CONTACTS}} – {{CONTACTS}}</p>
{{/KEPT}}</section>
<section class="card" aria-labelledby="promised"><h2 id="promised">{{L_PROMISED}}</h2>
{{#NO_ARTICLE}}<p class="empty">{{L_NOTHING_PROMISED}}</p>
{{/NO_ARTICLE}}{{#ARTICLES}}<table class="stacked">
<caption class="visually-hidden">{{L_PROMISED}}</caption>
<thead><tr><th scope="col">{{L_ARTICLE}}</th><th scope="col">{{L_ANSWER_WITHIN}}</th><th scope="col">{{L_CONTACT_WITHIN}}</th><th scope="col">{{L_SCOPES}}</th></tr></thead>
<tbody>{{#PROMISED}}<tr><th scope="row">{{ARTICLE}} · {{TITLE}}</th><td class="nowrap" data-label="{{L_ANSWER_WITHIN}}">{{ANSWER}}</td><td class="nowrap" data-label="{{L_CONTACT_WITHIN}}">{{CONTACT}}</td><td data-label="{{L_SCOPES}}">{{#SCOPE}}<p>{{TEXT}}</p>{{/SCOPE}}</td></tr>
{{/PROMISED}}</tbody></table>
{{/ARTICLES}}</section>
{{#QUOTAS}}<section class="card" aria-labelledby="quotas"><h2 id="quotas">{{L_QUOTAS}}</h2>
<dl class="facts">{{#QUOTA}}<div><dt>{{QUOTA_ID}}</dt><dd>{{QUOTA_USE}} <meter min="0" max="{{QUOTA_MAX}}" value="{{QUOTA_USED}}" aria-label="{{QUOTA_ID}}">{{QUOTA_USE}}</meter></dd></div>
{{/QUOTA}}</dl></section>
{{/QUOTAS}}
</div>
