{{%AUTOESCAPE context="HTML"}}<div class="narrow stack">
<div class="title"><h1>{{HEADING}}</h1>
<p>{{INTRO}}</p></div>
<section class="card main"><dl class="facts">
<div><dt>{{L_ASK_NUMBER}}</dt><dd class="number">{{NUMBER}}</dd></div>
{{#WHO}}<div><dt>{{L_ASK_WHO}}</dt><dd>{{NAME}}</dd></div>
{{/WHO}}{{#CALL}}<div><dt>{{L_ASK_BY}}</dt><dd><strong>{{DAY}}</strong></dd></div>
{{/CALL}}{{#LETTER}}<div><dt>{{L_ASK_LETTER}}</dt><dd>{{TEXT}}</dd></div>
{{/LETTER}}</dl>
<p class="help">{{L_ASK_PRINT}}</p></section>
{{#REASONS}}<section class="card" aria-labelledby="reasons-title"><h2 id="reasons-title">{{#IS_MISSING}}{{L_ASK_MISSING}}{{/IS_MISSING}}{{#IS_REFUSED}}{{L_ASK_BECAUSE}}{{/IS_REFUSED}}</h2>
<ul>{{#REASON}}<li>{{TEXT}}</li>{{/REASON}}</ul></section>
{{/REASONS}}{{#TOLD}}<section class="card told">{{HTML:none}}</section>
{{/TOLD}}{{#TOLD_LINES}}<section class="card"><p class="as-typed">{{TEXT:p}}</p></section>
{{/TOLD_LINES}}<section class="card" aria-labelledby="next-title"><h2 id="next-title">{{L_ASK_NEXT}}</h2>
<ul>{{#NEXT}}<li>{{TEXT}}</li>{{/NEXT}}</ul>
{{#REACH}}<p class="soft">{{#DESK_PHONE}}{{NUMBER}}{{/DESK_PHONE}}{{#DESK_HOURS}} · {{TEXT}}{{/DESK_HOURS}}{{#DESK_MAIL}} · {{ADDRESS}}{{/DESK_MAIL}}</p>
{{/REACH}}</section>
<p><a href="/ask">{{L_ASK_AGAIN}}</a></p>
</div>
