{{%AUTOESCAPE context="HTML"}}<nav class="trail" aria-label="{{L_TRAIL}}"><a href="/directory">{{L_DIR}}</a> <span>{{NAME}}</span></nav>
<div class="title"><h1>{{NAME}}</h1></div>
{{>REFUSED}}{{#COMPARE}}<div class="compare">
<section class="card" aria-labelledby="yours"><h2 id="yours">{{L_DIR_YOURS}}</h2>
<dl class="facts">{{#YOURS}}<div><dt>{{LABEL}}</dt><dd>{{#DIFFERS}}<strong>{{/DIFFERS}}{{TEXT}}{{#DIFFERS}}</strong>{{/DIFFERS}}</dd></div>{{/YOURS}}</dl></section>
<section class="card" aria-labelledby="now"><h2 id="now">{{L_DIR_NOW}}</h2>
<dl class="facts">{{#NOW}}<div><dt>{{LABEL}}</dt><dd>{{#DIFFERS}}<strong>{{/DIFFERS}}{{TEXT}}{{#DIFFERS}}</strong>{{/DIFFERS}}</dd></div>{{/NOW}}</dl></section>
</div>
{{/COMPARE}}{{#BOUNCED}}<p class="notice warn">{{SENTENCE}}</p>
{{/BOUNCED}}{{#ELSEWHERE}}<p class="notice warn">{{SENTENCE}} <a href="/cases/{{CASE}}">{{NUMBER}}</a></p>
{{/ELSEWHERE}}<div class="stack">
<section class="card" aria-labelledby="people"><h2 id="people">{{L_DIR_PEOPLE}}</h2>
<table class="stacked">
<caption class="visually-hidden">{{L_DIR_PEOPLE}}</caption>
<thead><tr><th scope="col">{{L_PERSON}}</th><th scope="col">{{L_DIR_REACH}}</th><th scope="col">{{L_DIR_ARTICLES}}</th><th scope="col">{{L_DIR_TODAY}}</th></tr></thead>
<tbody>
{{#PERSON}}<tr>
<td data-label="{{L_PERSON}}">{{NAME}}{{#IS_HEAD}} <span class="tag">{{L_DIR_HEAD}}</span>{{/IS_HEAD}}<br><span class="soft">{{ROLE}}</span></td>
<td data-label="{{L_DIR_REACH}}">{{EMAIL}}<br><span class="nowrap">{{PHONE}}</span></td>
<td data-label="{{L_DIR_ARTICLES}}">{{#ARTICLE}}<div>{{TEXT}}</div>{{/ARTICLE}}</td>
<td data-label="{{L_DIR_TODAY}}">{{#AWAY}}<span class="tag soon">{{TEXT}}</span><br>{{/AWAY}}{{#LEAVES}}<a href="{{ADDRESS}}">{{L_DIR_LEAVES}}<span class="visually-hidden"> ({{NAME}})</span></a>{{/LEAVES}}</td>
</tr>
{{/PERSON}}</tbody></table></section>
<div class="halves">
<section class="card" aria-labelledby="absences"><h2 id="absences">{{L_DIR_ABSENCES}}</h2>
{{#NO_ABSENCE}}<p class="empty">{{L_DIR_NO_ABSENCE}}</p>
{{/NO_ABSENCE}}<ul class="due">{{#ABSENCE}}<li><p class="when">{{L_DIR_FROM}} {{FROM}}<br>{{L_DIR_UNTIL}} {{UNTIL}}</p><p><strong>{{NAME}}</strong><br><span class="soft">{{L_DIR_SUBSTITUTE}} : {{SUBSTITUTE}}</span></p>{{#DROP}}<form method="post" action="{{ACTION}}"><input type="hidden" name="form-key" value="{{KEY}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><input type="hidden" name="dir-part" value="{{PART}}"><input type="hidden" name="dir-index" value="{{INDEX}}"><input type="hidden" name="form-rev" value="{{REV}}"><button class="quiet">{{L_DIR_REMOVE}}<span class="visually-hidden"> {{NAME}} {{FROM}}</span></button></form>{{/DROP}}</li>
{{/ABSENCE}}</ul></section>
<section class="card" aria-labelledby="closures"><h2 id="closures">{{L_DIR_CLOSURES}}</h2>
{{#NO_CLOSURE}}<p class="empty">{{L_DIR_NO_CLOSURE}}</p>
{{/NO_CLOSURE}}<ul class="due">{{#CLOSURE}}<li><p class="when">{{L_DIR_FROM}} {{FROM}}<br>{{L_DIR_UNTIL}} {{UNTIL}}</p><p>{{L_DIR_CLOCK}} : {{#STOPS}}{{L_DIR_CLOCK_STOPS}}{{/STOPS}}{{#RUNS}}{{L_DIR_CLOCK_RUNS}}{{/RUNS}}</p>{{#DROP}}<form method="post" action="{{ACTION}}"><input type="hidden" name="form-key" value="{{KEY}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><input type="hidden" name="dir-part" value="{{PART}}"><input type="hidden" name="dir-index" value="{{INDEX}}"><input type="hidden" name="form-rev" value="{{REV}}"><button class="quiet">{{L_DIR_REMOVE}}<span class="visually-hidden"> {{FROM}}</span></button></form>{{/DROP}}</li>
{{/CLOSURE}}</ul></section>
</div>
{{#FORMS}}<section class="card" aria-labelledby="acts"><h2 id="acts">{{L_DIR_ACTS}}</h2>
{{#FORM}}<details class="act"{{#OPEN}} open{{/OPEN}}><summary>{{TITLE}}</summary>
<form class="stack" method="post" action="{{ACTION}}">
<input type="hidden" name="form-key" value="{{KEY}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><input type="hidden" name="dir-part" value="{{PART}}"><input type="hidden" name="form-rev" value="{{REV}}">
<div class="fields">
{{>INPUT}}</div>
<p class="buttons"><button class="main">{{BUTTON}}</button></p>
</form></details>
{{/FORM}}</section>
{{/FORMS}}<section class="card" aria-labelledby="referrals"><h2 id="referrals">{{L_DIR_OPEN}} <span class="count">{{OPEN_COUNT}}</span></h2>
{{#NO_REFERRAL}}<p class="empty">{{L_DIR_NO_OPEN}}</p>
{{/NO_REFERRAL}}{{#REFERRALS}}<table class="stacked">
<caption class="visually-hidden">{{L_DIR_OPEN}}</caption>
<thead><tr><th scope="col">{{L_CASE}}</th><th scope="col">{{L_DIR_WITH}}</th><th scope="col">{{L_DIR_SINCE}}</th></tr></thead>
<tbody>
{{#REFERRAL}}<tr><td data-label="{{L_CASE}}">{{#LINKED}}<a href="/cases/{{CASE}}">{{NUMBER}}</a>{{/LINKED}}{{#PLAIN}}{{NUMBER}}{{/PLAIN}}</td><td data-label="{{L_DIR_WITH}}">{{ADVISER}}</td><td class="when" data-label="{{L_DIR_SINCE}}">{{SINCE}}</td></tr>
{{/REFERRAL}}</tbody></table>
{{#MORE}}<p class="soft">{{TEXT}}</p>
{{/MORE}}{{/REFERRALS}}</section>
{{#HISTORY}}<section class="card" aria-labelledby="history"><h2 id="history">{{L_DIR_HISTORY}}</h2>
{{#NO_HISTORY}}<p class="empty">{{L_DIR_NO_HISTORY}}</p>
{{/NO_HISTORY}}<ol class="timeline">{{#CHANGE}}<li><p class="when"><time>{{AT}}</time> · {{BY}}</p><ul>{{#LINE}}<li>{{TEXT}}</li>{{/LINE}}{{#NOTE}}<li class="soft">{{TEXT}}</li>{{/NOTE}}</ul></li>
{{/CHANGE}}</ol></section>
{{/HISTORY}}</div>
