{{%AUTOESCAPE context="HTML"}}{{#BY_ACCOUNT}}<nav class="trail" aria-label="{{L_TRAIL}}"><a href="/inbox">{{L_INBOX}}</a> <span>{{NUMBER}}</span></nav>
{{/BY_ACCOUNT}}<div class="title split"><div><p class="over-title number">{{L_CASE}} {{NUMBER}}</p>
<h1>{{HEADING}}{{#STATE}} <span class="tag state">{{TEXT}}</span>{{/STATE}}</h1>
{{#CONTACT_NAME}}<p class="soft">{{TEXT}}</p>
{{/CONTACT_NAME}}</div>
{{#BY_LINK}}<form method="post" action="{{BASE}}/leave"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><button>{{L_LEAVE_PAGE}}</button></form>{{/BY_LINK}}</div>
{{>REFUSED}}{{#TYPED}}<section class="card" aria-labelledby="typed-title"><h2 id="typed-title">{{TITLE}}</h2>
<dl class="facts">{{#TYPED_ROW}}<div><dt>{{LABEL}}</dt><dd>{{TEXT:p}}</dd></div>{{/TYPED_ROW}}</dl></section>
{{/TYPED}}{{#ENDED}}<p class="notice">{{TEXT}}</p>
{{>SUGGEST}}{{/ENDED}}{{#REFERRAL}}<div class="split">
<div class="stack">
<section class="card main acts" aria-labelledby="answer-title">
<h2 id="answer-title">{{L_ANSWER}}</h2>
{{#DEADLINE}}<p>{{DEADLINE_LABEL}} <strong>{{DAY}}</strong></p>
{{/DEADLINE}}{{#QUESTION_OPEN}}<p>{{TEXT}}</p>
{{/QUESTION_OPEN}}{{#NOTHING}}<p class="empty">{{L_NOTHING_TO_DO}}</p>
{{/NOTHING}}{{#ACTS}}{{#SUBJECT}}{{#ACT}}<details class="act"{{#OPEN}} open{{/OPEN}}><summary>{{TITLE}}</summary>
<form method="post" action="{{BASE}}/{{DOOR}}/{{NAME}}">
<input type="hidden" name="form-n" value="{{N}}"><input type="hidden" name="form-rev" value="{{REV}}"><input type="hidden" name="form-key" value="{{KEY}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
{{>INPUT}}<button class="main">{{TITLE}}</button>
</form></details>
{{/ACT}}{{#CLOSED_ACT}}<p class="not-now"><span>{{TITLE}}</span> {{REASON}}</p>
{{/CLOSED_ACT}}{{/SUBJECT}}{{/ACTS}}</section>
{{#COLLEAGUES}}<section class="card" aria-labelledby="colleague-title">
<h2 id="colleague-title">{{L_COLLEAGUE}}</h2>
<form class="stack" method="post" action="{{BASE}}/hand-over">
<input type="hidden" name="form-key" value="{{KEY}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
<div class="field"><label for="adviser">{{L_COLLEAGUE_WHO}}</label><select id="adviser" name="adviser"><option value=""></option>{{#COLLEAGUE}}<option value="{{ID}}">{{NAME}}</option>{{/COLLEAGUE}}</select></div>
<div class="field"><label for="reason">{{L_COLLEAGUE_WHY}}</label><input id="reason" name="reason" type="text" autocomplete="off"></div>
<p class="buttons"><button>{{L_COLLEAGUE}}</button></p>
</form></section>
{{/COLLEAGUES}}{{>SUGGEST}}</div>
<div class="stack">
<section class="card" aria-labelledby="given-title">
<h2 id="given-title">{{L_GIVEN}}</h2>
<p class="soft">{{L_GIVEN_WHY}}</p>
{{#GIVEN}}<dl class="facts">{{#ROW}}<div><dt>{{LABEL}}</dt><dd>{{VALUE:p}}</dd></div>{{/ROW}}</dl>
{{/GIVEN}}</section>
{{#ASKED}}<section class="card" aria-labelledby="asked-title"><h2 id="asked-title">{{L_ASKED_ABOUT}}</h2>
<ul>{{#PARTNER}}<li>{{NAME}}{{#PARTNER_STATE}} <span class="tag">{{TEXT}}</span>{{/PARTNER_STATE}}</li>{{/PARTNER}}</ul></section>
{{/ASKED}}</div>
</div>
{{/REFERRAL}}{{#FOLLOW}}<div class="split">
<div class="stack">
<section class="card main acts" aria-labelledby="acts-title">
<h2 id="acts-title">{{L_YOUR_ACTS}}</h2>
{{#NOTHING}}<p class="empty">{{L_NOTHING_TO_DO}}</p>
{{/NOTHING}}{{#ACTS}}{{#SUBJECT}}<div class="subject"><h3>{{ABOUT}}</h3>
{{#ACT}}<details class="act"{{#OPEN}} open{{/OPEN}}><summary>{{TITLE}}</summary>
<form method="post" action="{{BASE}}/{{DOOR}}/{{NAME}}">
<input type="hidden" name="form-n" value="{{N}}"><input type="hidden" name="form-rev" value="{{REV}}"><input type="hidden" name="form-key" value="{{KEY}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
{{>INPUT}}<button class="main">{{TITLE}}</button>
</form></details>
{{/ACT}}{{#CLOSED_ACT}}<p class="not-now"><span>{{TITLE}}</span> {{REASON}}</p>
{{/CLOSED_ACT}}</div>
{{/SUBJECT}}{{/ACTS}}{{#SHARES}}<details class="act"><summary>{{L_STOP_SHARING}}</summary>
<form method="post" action="{{BASE}}/stop-sharing">
<input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
<p class="help">{{L_STOP_SHARING_HELP}}</p>
<button class="danger">{{L_STOP_SHARING}}</button>
</form></details>
{{/SHARES}}</section>
</div>
<div class="stack">
<section class="card" aria-labelledby="stands-title">
<h2 id="stands-title">{{L_WHAT_HAPPENS}}</h2>
{{#NEED}}<h3>{{TITLE}}{{#NEED_STATE}} <span class="tag state">{{TEXT}}</span>{{/NEED_STATE}}</h3>
{{#ASKED}}<p class="soft">{{L_ASKED_ABOUT}}</p>
<ul>{{#PARTNER}}<li>{{NAME}}{{#PARTNER_STATE}} <span class="tag">{{TEXT}}</span>{{/PARTNER_STATE}}</li>{{/PARTNER}}</ul>
{{/ASKED}}{{/NEED}}</section>
{{#FACTS}}<section class="card" aria-labelledby="facts-title">
<h2 id="facts-title">{{L_YOUR_FACTS}}</h2>
<dl class="facts">{{#ROW}}<div><dt>{{LABEL}}</dt><dd>{{VALUE:p}}</dd></div>{{/ROW}}</dl>
</section>
{{/FACTS}}</div>
</div>
{{/FOLLOW}}{{#PAPERS}}<section class="card" id="documents" aria-labelledby="documents-title">
<h2 id="documents-title">{{L_DOCUMENTS}}</h2>
{{>DOCUMENTS}}{{>UPLOAD}}</section>
{{/PAPERS}}{{>LISTS}}{{#LISTS_LATER}}<script src="{{SCRIPT}}" defer></script>
{{/LISTS_LATER}}
