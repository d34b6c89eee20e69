{{%AUTOESCAPE context="HTML"}}<div class="case-head" id="head">
<div class="title"><p class="over-title number">{{L_CASE}} {{NUMBER}}{{#CLOSED}} <span class="tag over">{{L_CLOSED}}</span>{{/CLOSED}}</p>
<h1>{{PERSON}}</h1>
<p>{{#FIRM}}{{NAME}} · {{/FIRM}}{{#AT}}{{PLACE}} · {{/AT}}{{STATE}}</p></div>
<dl class="facts">
<div><dt>{{L_OWNER}}</dt><dd>{{OWNER}}</dd></div>
<div><dt>{{L_OPENED}}</dt><dd>{{OPENED}}</dd></div>
{{#VERDICT}}<div><dt>{{L_VERDICT}}</dt><dd>{{TEXT}}</dd></div>
{{/VERDICT}}</dl>
{{#MENU}}<div class="row no-print"><a class="button" href="/cases/{{CASE}}/print">{{L_PRINT}}</a>
<details class="menu"><summary class="button">{{L_OTHER_ACTS}}</summary><ul>
{{#MAY_WORK}}<li><a href="/cases/{{CASE}}/need">{{L_FURTHER_NEED}}</a></li>
<li><a href="/cases/{{CASE}}/merge">{{L_MERGE}}</a></li>
{{/MAY_WORK}}{{#MAY_PUT_RIGHT}}<li><a href="/cases/{{CASE}}/correct">{{L_CORRECT}}</a></li>
<li><a href="/cases/{{CASE}}/assign">{{L_ASSIGN}}</a></li>
<li><a href="/cases/{{CASE}}/move">{{L_MOVE}}</a></li>
{{/MAY_PUT_RIGHT}}</ul></details></div>
{{/MENU}}</div>
{{>REFUSED}}<nav class="jump" aria-label="{{L_PARTS}}"><ul>
<li><a href="#due">{{L_DUE_HERE}}</a></li>
{{#ACTS}}<li><a href="#acts">{{L_NOW}}</a></li>
{{/ACTS}}<li><a href="#needs">{{L_NEEDS}}</a></li>
<li><a href="#facts">{{L_FACTS}}</a></li>
{{#HAS_NOTES}}<li><a href="#notes">{{L_NOTES}}</a></li>
{{/HAS_NOTES}}<li><a href="#documents">{{L_DOCUMENTS}}</a></li>
<li><a href="#letters">{{L_LETTERS}}</a></li>
<li><a href="#history">{{L_HISTORY}}</a></li>
</ul></nav>
<div id="news" hx-get="{{SELF}}" hx-trigger="every 60s" hx-swap="none" hx-select-oob="#head,#beside,#due,#needs,#consent,#notes-list,#documents-list,#letters,#history,#news"></div>
<div id="beside">
{{#MERGED}}<p class="notice warn">{{SENTENCE}} <a href="/cases/{{OTHER}}">{{L_CASE}} {{OTHER_NUMBER}}</a>{{#MAY_PART}} · <a class="button quiet" href="/cases/{{CASE}}/unmerge">{{L_UNMERGE}}</a>{{/MAY_PART}}</p>
{{/MERGED}}{{#INCIDENTS}}<section class="notice late" aria-labelledby="incidents-title"><h2 id="incidents-title">{{L_INCIDENTS}}</h2>
<ul>{{#INCIDENT}}<li>{{TEXT}} <span class="soft">{{AT}}</span> <a class="button quiet" href="/cases/{{CASE}}/incident?incident={{INCIDENT}}" aria-label="{{L_SETTLE}} : {{TEXT}}">{{L_SETTLE}}</a></li>
{{/INCIDENT}}</ul></section>
{{/INCIDENTS}}{{#DOUBLES}}<section class="notice warn no-print" aria-labelledby="doubles-title"><h2 id="doubles-title">{{L_DOUBLES}}</h2>
<ul>{{#DOUBLE}}<li><a href="/cases/{{OTHER}}">{{L_CASE}} {{OTHER_NUMBER}}</a> {{WHO}} <span class="soft">{{#BY_SIRET}}{{L_SAME_SIRET}}{{/BY_SIRET}}{{#BY_PHONE}}{{L_SAME_PHONE}}{{/BY_PHONE}}</span> · <a class="button quiet" href="/cases/{{CASE}}/merge?into={{OTHER_NUMBER}}" aria-label="{{L_MERGE_THEM}} : {{OTHER_NUMBER}}">{{L_MERGE_THEM}}</a> · <a class="button quiet" href="/cases/{{CASE}}/apart?other={{OTHER}}" aria-label="{{L_APART}} : {{OTHER_NUMBER}}">{{L_APART}}</a></li>
{{/DOUBLE}}{{#MORE_DOUBLES}}<li><a href="/cases?text={{WHO}}">{{L_MORE_DOUBLES}}</a></li>
{{/MORE_DOUBLES}}</ul>
<p class="soft">{{L_DOUBLES_HELP}}</p></section>
{{/DOUBLES}}{{#KEPT_APART}}<p class="soft no-print">{{L_KEPT_APART}} <a href="/cases/{{OTHER}}">{{L_CASE}} {{OTHER_NUMBER}}</a> · <a class="button quiet" href="/cases/{{CASE}}/together?other={{OTHER}}" aria-label="{{L_TOGETHER}} : {{OTHER_NUMBER}}">{{L_TOGETHER}}</a></p>
{{/KEPT_APART}}</div>
<div class="split case">
<div class="stack">
<section class="card main" id="due" aria-labelledby="due-title">
<h2 id="due-title">{{L_DUE_HERE}}</h2>
{{#NOTHING_DUE}}<p class="soft">{{L_NOTHING_HERE}}</p>
{{/NOTHING_DUE}}<ul class="due">
{{#TASK}}<li{{#LATE}} class="late"{{/LATE}}><p class="when">{{DAY}}{{#LATE}} <span class="tag late">{{L_LATE}}</span>{{/LATE}}{{#PAUSED}} <span class="tag">{{L_PAUSED}}</span>{{/PAUSED}}</p>
<p><strong>{{WHAT}}</strong><br><span class="soft">{{ABOUT}}{{#BY}} · {{WHO}}{{/BY}}</span></p>
{{#DONE}}<form method="post" action="/cases/{{CASE}}/tasks/{{ID}}"><input type="hidden" name="form-n" value="{{N}}"><input type="hidden" name="form-entry" value="{{ENTRY}}"><input type="hidden" name="form-rev" value="{{REV}}"><input type="hidden" name="form-key" value="{{KEY}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><button class="main" aria-label="{{L_TASK_DONE}} : {{WHAT}}">{{L_TASK_DONE}}</button></form>
{{/DONE}}{{#POSTPONE}}<p class="no-print"><a class="button quiet" href="/cases/{{CASE}}/due?n={{N}}&amp;name={{ID}}" aria-label="{{L_POSTPONE}} : {{WHAT}}">{{L_POSTPONE}}</a></p>
{{/POSTPONE}}</li>
{{/TASK}}</ul>
{{#BY_ITSELF}}<h3>{{L_BY_ITSELF}}</h3>
<ul class="timers">
{{#TIMER}}<li><span class="when">{{DAY}}{{#PAUSED}} <span class="tag">{{L_PAUSED}}</span>{{/PAUSED}}</span> {{WHAT}} <span class="soft">· {{ABOUT}}</span>{{#POSTPONE}} <a class="button quiet no-print" href="/cases/{{CASE}}/due?n={{N}}&amp;name={{ID}}&amp;state={{STATE}}" aria-label="{{L_POSTPONE}} : {{WHAT}}, {{ABOUT}}">{{L_POSTPONE}}</a>{{/POSTPONE}}</li>
{{/TIMER}}</ul>
{{/BY_ITSELF}}</section>
{{#ACTS}}<section class="card acts" id="acts" aria-labelledby="acts-title">
<h2 id="acts-title">{{L_NOW}}</h2>
{{#SUBJECT}}<div class="subject"><h3>{{ABOUT}}{{#SPOKEN}} <span class="soft">{{L_SPOKEN}}</span>{{/SPOKEN}}</h3>
{{#ACT}}<details class="act"{{#OPEN}} open{{/OPEN}}><summary>{{TITLE}}</summary>
<form method="post" action="/cases/{{CASE}}/{{DOOR}}/{{NAME}}">
<input type="hidden" name="form-n" value="{{N}}"><input type="hidden" name="form-rev" value="{{REV}}"><input type="hidden" name="form-key" value="{{KEY}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
{{>SUGGESTIONS}}{{>INPUT}}{{#REPLY}}<div class="field"><label for="{{ID}}">{{L_CHANNEL}}</label><select id="{{ID}}" name="form-channel">{{#CHANNEL}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{LABEL}}</option>{{/CHANNEL}}</select></div>
{{/REPLY}}<button class="main">{{TITLE}}</button>
</form></details>
{{/ACT}}{{#CLOSED_ACT}}<p class="not-now"><span>{{TITLE}}</span> {{REASON}}</p>
{{/CLOSED_ACT}}</div>
{{/SUBJECT}}</section>
{{/ACTS}}<div id="consent">{{#CONSENT}}<section class="card" aria-labelledby="consent-title">
<h2 id="consent-title">{{L_CONSENT}}</h2>
<dl class="facts lines">{{#SAID}}<div><dt>{{WHOM}}</dt><dd><span class="tag {{LOOK}}">{{STATE}}</span></dd></div>{{/SAID}}</dl>
{{#MAY_CHANGE}}<p class="no-print"><a class="button quiet" href="/cases/{{CASE}}/consent">{{L_CHANGE_CONSENT}}</a></p>
{{/MAY_CHANGE}}</section>
{{/CONSENT}}</div>
{{#NOTES}}<section class="card" id="notes" aria-labelledby="notes-title">
<h2 id="notes-title">{{L_NOTES}}</h2>
<p class="soft">{{L_NOTES_HELP}}</p>
<div id="notes-list">{{#NO_NOTE}}<p class="empty">{{L_NO_NOTE}}</p>
{{/NO_NOTE}}<ul class="plain notes">{{#A_NOTE}}<li>{{#NOTE_STANDS}}<p>{{NOTE_WORDS}}</p>{{/NOTE_STANDS}}{{#NOTE_STRUCK}}<p><s>{{NOTE_WORDS}}</s> <span class="tag over">{{L_STRUCK}}</span></p>{{/NOTE_STRUCK}}
<p class="soft">{{NOTE_AUTHOR}} · {{NOTE_AT}}{{#NOTE_STANDS}} <a class="button quiet no-print" href="/cases/{{CASE}}/strike-note?note={{NOTE_NUMBER}}" aria-label="{{L_STRIKE}} : {{NOTE_WORDS}}">{{L_STRIKE}}</a>{{/NOTE_STANDS}}</p></li>
{{/A_NOTE}}</ul></div>
<form class="stack no-print" method="post" action="/cases/{{CASE}}/note">
<input type="hidden" name="form-key" value="{{NOTE_KEY}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
<div class="field"><label for="form-words">{{L_NOTE}}</label><textarea id="form-words" name="form-words" rows="2"></textarea></div>
<p class="buttons"><button>{{L_ADD_NOTE}}</button></p>
</form></section>
{{/NOTES}}</div>
<div class="stack">
<section class="card" id="needs" aria-labelledby="needs-title">
<h2 id="needs-title">{{L_NEEDS}}</h2>
{{#NO_NEED}}<p class="soft">{{L_NO_NEED}}</p>
{{/NO_NEED}}{{#NEED}}<article class="need{{#OVER}} over{{/OVER}}">
<h3>{{TITLE}} <span class="tag state">{{STATE}}</span></h3>
<p class="soft">{{L_SINCE}} {{SINCE}}{{#LEAD}} · {{L_LEAD}} : {{NAME}}{{/LEAD}}{{#OUTCOME}} · {{L_OUTCOME}} : {{TEXT}}{{/OUTCOME}}</p>
<dl class="facts">{{#DETAIL}}<div><dt>{{LABEL}}</dt><dd>{{VALUE:p}}</dd></div>{{/DETAIL}}</dl>
{{#ASKED}}<h4>{{L_PARTNERS_ASKED}}</h4>
<ul class="asked">{{#REFERRAL}}<li><strong>{{PARTNER}}</strong> <span class="tag{{#ENDED}} over{{/ENDED}}">{{STATE}}</span><br><span class="soft">{{L_SINCE}} {{SINCE}}{{#ARTICLE}} · {{TEXT}}{{/ARTICLE}}</span>{{#HAND_OVER}} <a class="button quiet no-print" href="/cases/{{CASE}}/hand-over?n={{N}}" aria-label="{{L_HAND_OVER}} : {{PARTNER}}">{{L_HAND_OVER}}</a>{{/HAND_OVER}}</li>{{/REFERRAL}}</ul>
{{/ASKED}}{{>SUGGESTIONS}}{{#WHY}}<details><summary>{{L_WHY}}</summary>
<table class="stacked why">
<thead><tr><th scope="col">{{L_PARTNER}}</th><th scope="col">{{L_CRITERION}}</th><th scope="col">{{L_VALUE}}</th><th scope="col">{{L_WANTED}}</th></tr></thead>
{{#CHOSEN}}<tbody class="chosen"><tr><th scope="row">{{PARTNER}}</th><td colspan="3">{{L_CHOSEN}} {{ARTICLE}}</td></tr></tbody>
{{/CHOSEN}}{{#OTHER}}<tbody>{{#FAILED}}<tr>{{#FIRST}}<th scope="rowgroup" rowspan="{{ROWS}}">{{PARTNER}}</th>{{/FIRST}}<td data-label="{{L_CRITERION}}">{{CRITERION}}</td><td data-label="{{L_VALUE}}">{{VALUE}}</td><td data-label="{{L_WANTED}}">{{WANTED}}</td></tr>
{{/FAILED}}{{#NO_REASON}}<tr><th scope="row">{{PARTNER}}</th><td colspan="3">{{L_NOT_CHOSEN}}</td></tr>{{/NO_REASON}}</tbody>
{{/OTHER}}</table>
{{#OPENING}}<h4>{{L_WOULD_OPEN}}</h4>
<ul>{{#ANSWER}}<li><strong>{{FIELD}}</strong> : {{PARTNERS}}</li>{{/ANSWER}}</ul>
{{/OPENING}}</details>
{{/WHY}}{{#RARE}}<p class="row no-print">{{#OPEN_NEED}}<a class="button quiet" href="/cases/{{CASE}}/requalify?n={{N}}" aria-label="{{L_REQUALIFY}} : {{TITLE}}">{{L_REQUALIFY}}</a>
<a class="button quiet" href="/cases/{{CASE}}/move?n={{N}}" aria-label="{{L_MOVE}} : {{TITLE}}">{{L_MOVE}}</a>
{{/OPEN_NEED}}<a class="button quiet" href="/cases/{{CASE}}/correct?n={{N}}" aria-label="{{L_CORRECT}} : {{TITLE}}">{{L_CORRECT}}</a></p>
{{/RARE}}</article>
{{/NEED}}</section>
<section class="card" id="facts" aria-labelledby="facts-title">
<h2 id="facts-title">{{L_FACTS}}</h2>
<dl class="facts">{{#FIELD}}<div><dt>{{LABEL}}</dt><dd>{{VALUE:p}}</dd></div>{{/FIELD}}</dl>
</section>
{{#AGENDA}}<section class="card" aria-labelledby="agenda-title">
<h2 id="agenda-title">{{L_AGENDA}}</h2>
<ul>{{#ITEM}}<li>{{TEXT}}</li>{{/ITEM}}</ul>
</section>
{{/AGENDA}}<section class="card" id="documents" aria-labelledby="documents-title">
<h2 id="documents-title">{{L_DOCUMENTS}}</h2>
<div id="documents-list">{{>DOCUMENTS}}</div>
{{>UPLOAD}}</section>
<section class="card" id="letters" aria-labelledby="letters-title">
<h2 id="letters-title">{{L_LETTERS}}</h2>
{{#NO_LETTER}}<p class="soft">{{L_NO_LETTER}}</p>
{{/NO_LETTER}}{{#LETTER}}<details class="letter" id="letter-{{KEY}}"><summary><span class="subject">{{SUBJECT}}</span> <span class="soft">{{TO}} · {{MADE}}</span> <span class="tag{{#BAD}} late{{/BAD}}">{{STATUS}}</span></summary>
{{#RESTS}}<p class="row no-print"><span class="soft">{{MINUTES}}</span> <a class="button" href="/cases/{{CASE}}/recall?letter={{KEY}}" aria-label="{{L_CALL_BACK}} : {{SUBJECT}}">{{L_CALL_BACK}}</a></p>
{{/RESTS}}<pre>{{TEXT:p}}</pre></details>
{{/LETTER}}</section>
<section class="card" id="history" aria-labelledby="history-title">
<h2 id="history-title">{{L_HISTORY}}</h2>
<ol class="timeline">
{{#MOMENT}}<li><p class="when"><time>{{AT}}</time> · {{ACTOR}}</p>
<ul>{{#FACT}}<li>{{TEXT}}{{#ABOUT}} <span class="soft">{{NAME}}</span>{{/ABOUT}}{{#UNDO}} <a class="button quiet no-print" href="/cases/{{CASE}}/undo?act={{ACT}}" aria-label="{{L_UNDO}} : {{TEXT}}">{{L_UNDO}}</a>{{/UNDO}}</li>{{/FACT}}</ul></li>
{{/MOMENT}}</ol>
</section>
</div>
</div>
{{>LISTS}}{{#LISTS_LATER}}<script src="{{SCRIPT}}" defer></script>
{{/LISTS_LATER}}
