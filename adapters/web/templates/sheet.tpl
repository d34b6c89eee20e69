{{%AUTOESCAPE context="HTML"}}<div class="title"><p class="over-title number">{{L_CASE}} {{NUMBER}}{{#CLOSED}} <span class="tag over">{{L_CLOSED}}</span>{{/CLOSED}}</p>
<h1>{{PERSON}}</h1>
<p>{{#FIRM}}{{NAME}} · {{/FIRM}}{{#AT}}{{PLACE}} · {{/AT}}{{STATE}}</p></div>
<p class="row no-print"><a class="button" href="/cases/{{CASE}}">{{L_BACK_TO_CASE}}</a> <span class="help">{{L_PRINT_HELP}}</span></p>
<div class="stack">
<section class="card" aria-labelledby="sheet-facts"><h2 id="sheet-facts">{{L_FACTS}}</h2>
<dl class="facts"><div><dt>{{L_OWNER}}</dt><dd>{{OWNER}}</dd></div><div><dt>{{L_OPENED}}</dt><dd>{{OPENED}}</dd></div>{{#FIELD}}<div><dt>{{LABEL}}</dt><dd>{{VALUE:p}}</dd></div>{{/FIELD}}</dl>
{{#CONSENT}}<h3>{{L_CONSENT}}</h3>
<dl class="facts lines">{{#SAID}}<div><dt>{{WHOM}}</dt><dd>{{STATE}}</dd></div>{{/SAID}}</dl>
{{/CONSENT}}</section>
<section class="card" aria-labelledby="sheet-due"><h2 id="sheet-due">{{L_DUE_HERE}}</h2>
{{#NOTHING_DUE}}<p class="soft">{{L_NOTHING_HERE}}</p>
{{/NOTHING_DUE}}<ul>{{#TASK}}<li>{{DAY}} : {{WHAT}} <span class="soft">{{ABOUT}}{{#BY}} · {{WHO}}{{/BY}}</span></li>{{/TASK}}{{#BY_ITSELF}}{{#TIMER}}<li>{{DAY}} : {{WHAT}} <span class="soft">{{ABOUT}} · {{L_AUTOMATIC}}</span></li>{{/TIMER}}{{/BY_ITSELF}}</ul></section>
<section class="card" aria-labelledby="sheet-needs"><h2 id="sheet-needs">{{L_NEEDS}}</h2>
{{#NO_NEED}}<p class="soft">{{L_NO_NEED}}</p>
{{/NO_NEED}}{{#NEED}}<article class="need"><h3>{{TITLE}} <span class="tag state">{{STATE}}</span></h3>
<p class="soft">{{L_SINCE}} {{SINCE}}{{#LEAD}} · {{L_LEAD}} : {{NAME}}{{/LEAD}}{{#OUTCOME}} · {{L_OUTCOME}} : {{TEXT}}{{/OUTCOME}}</p>
<dl class="facts">{{#DETAIL}}<div><dt>{{LABEL}}</dt><dd>{{VALUE:p}}</dd></div>{{/DETAIL}}</dl>
{{#ASKED}}<ul>{{#REFERRAL}}<li><strong>{{PARTNER}}</strong> : {{STATE}} <span class="soft">{{L_SINCE}} {{SINCE}}</span></li>{{/REFERRAL}}</ul>
{{/ASKED}}</article>
{{/NEED}}</section>
<section class="card" aria-labelledby="sheet-history"><h2 id="sheet-history">{{L_HISTORY}}</h2>
<ol class="timeline">{{#MOMENT}}<li><p class="when">{{AT}} · {{ACTOR}}</p><ul>{{#FACT}}<li>{{TEXT}}{{#ABOUT}} <span class="soft">{{NAME}}</span>{{/ABOUT}}</li>{{/FACT}}</ul></li>
{{/MOMENT}}</ol></section>
</div>
