{{%AUTOESCAPE context="HTML"}}<nav class="trail" aria-label="{{L_TRAIL}}"><a href="/definition">{{L_DEF_ROOM}}</a> <span>{{PAGE_TITLE}}</span></nav>
<div class="title split"><div><h1>{{PAGE_TITLE}}</h1></div><p class="buttons"><a class="button main" href="/definition/scenarios?run=1">{{L_DEF_RUN_ALL}}</a></p></div>
<div class="stack">
{{#TOLD}}<p class="notice{{#GOOD}} good{{/GOOD}}{{#BAD}} late{{/BAD}}" role="status">{{SENTENCE}}</p>
{{/TOLD}}{{#TRIED}}<details class="act"{{#OPEN}} open{{/OPEN}}><summary>{{NAME}} {{#PASSED}}<span class="tag good">{{L_DEF_PASSED}}</span>{{/PASSED}}{{#FAILED}}<span class="tag late">{{L_DEF_FAILED}}</span>{{/FAILED}}</summary>
<div class="inside">{{#FAILURE}}<p class="error">{{TEXT}}</p>{{/FAILURE}}
<table class="stacked"><caption class="visually-hidden">{{NAME}}</caption><thead><tr><th scope="col">{{L_DEF_STEP}}</th><th scope="col">{{L_DEF_WHEN}}</th><th scope="col">{{L_DEF_LEADS_TO}}</th><th scope="col">{{L_DEF_LETTERS}}</th></tr></thead>
<tbody>{{#STEP}}<tr><td data-label="{{L_DEF_STEP}}"><a href="{{ADDRESS}}">{{L_DEF_LINE}} {{LINE}}</a><br><code>{{WHAT}}</code>{{#FAILURE}}<p class="error">{{TEXT}}</p>{{/FAILURE}}</td><td class="when" data-label="{{L_DEF_WHEN}}">{{WHEN}}</td><td data-label="{{L_DEF_LEADS_TO}}">{{#STATE}}{{TEXT}}<br>{{/STATE}}</td><td data-label="{{L_DEF_LETTERS}}">{{#LETTER}}{{TEXT}}<br>{{/LETTER}}</td></tr>
{{/STEP}}</tbody></table></div></details>
{{/TRIED}}<section class="card" aria-labelledby="all"><h2 id="all">{{PAGE_TITLE}}</h2>
<table class="stacked"><caption class="visually-hidden">{{PAGE_TITLE}}</caption><thead><tr><th scope="col">{{PAGE_TITLE}}</th><th scope="col">{{L_DEF_FILE}}</th><th scope="col"><span class="visually-hidden">{{L_DEF_RUN}}</span></th></tr></thead>
<tbody>{{#SCENARIO}}<tr><td data-label="{{PAGE_TITLE}}">{{NAME}}</td><td data-label="{{L_DEF_FILE}}"><a href="{{ADDRESS}}">{{PATH}}</a></td><td class="acts"><a class="button" href="{{RUN}}">{{L_DEF_RUN}}<span class="visually-hidden"> {{NAME}}</span></a></td></tr>
{{/SCENARIO}}</tbody></table></section>
</div>
