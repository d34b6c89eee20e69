{{%AUTOESCAPE context="HTML"}}<div class="title"><h1>{{PAGE_TITLE}}</h1><p class="soft">{{INTRO}}</p></div>
<div class="stack">
{{#ELSEWHERE}}<p class="notice">{{SENTENCE}} (<a href="/definition/preview?replay=0">{{L_DEF_WHERE}}</a>).</p>
{{/ELSEWHERE}}{{#NO_DRAFT}}<p class="empty">{{SENTENCE}}</p>
{{/NO_DRAFT}}{{#DRAFT}}<section class="card main" aria-labelledby="draft"><h2 id="draft">{{L_DEF_STATE}}</h2>
<p>{{SENTENCE}}</p>
<p>{{#SOUND}}<span class="tag good">{{FOUND}}</span>{{/SOUND}}{{#BROKEN}}<a class="tag late" href="/definition/check">{{FOUND}}</a>{{/BROKEN}}</p>
{{#MAY_EDIT}}<p class="buttons"><a class="button" href="/definition/preview">{{L_DEF_PREVIEW}}</a> <a class="button main" href="/definition/publish">{{L_DEF_PUBLISH}}</a></p>
<details class="act"><summary>{{L_DEF_DISCARD}}</summary><div class="inside"><form method="post" action="/definition/discard"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><input type="hidden" name="seen" value="{{SEEN}}"><p>{{L_DEF_DISCARD_HELP}}</p><p class="buttons"><button class="danger">{{L_DEF_DISCARD}}</button></p></form></div></details>
{{/MAY_EDIT}}</section>
{{/DRAFT}}<p class="buttons"><a class="button" href="/definition/check">{{L_DEF_CHECK}}</a> <a class="button" href="/definition/scenarios">{{L_DEF_TRY}}</a> <a class="button" href="/definition/history">{{L_DEF_HISTORY}}</a></p>
<section class="card" aria-labelledby="files"><h2 id="files">{{L_DEF_FILES}}</h2>
<table class="stacked"><caption class="visually-hidden">{{L_DEF_FILES}}</caption>
<thead><tr><th scope="col">{{L_DEF_FILE}}</th><th scope="col">{{L_DEF_PATH}}</th><th scope="col">{{L_DEF_STATE}}</th></tr></thead>
<tbody>{{#GROUP}}<tr class="group"><th scope="rowgroup" colspan="3">{{KIND}}</th></tr>
{{#FILE}}<tr><td data-label="{{L_DEF_FILE}}"><a href="{{ADDRESS}}">{{NAME}}</a>{{#IS_TABLE}} <a class="soft" href="/definition/tables?path={{PATH}}">{{L_DEF_TABLE}}</a>{{/IS_TABLE}}{{#IS_LETTER}} <a class="soft" href="/definition/letters?path={{PATH}}">{{L_DEF_LETTER}}</a>{{/IS_LETTER}}{{#IS_SCENARIO}} <a class="soft" href="/definition/scenarios?path={{PATH}}">{{L_DEF_TRY}}</a>{{/IS_SCENARIO}}</td><td data-label="{{L_DEF_PATH}}"><code>{{PATH}}</code></td><td data-label="{{L_DEF_STATE}}">{{#CHANGED}}<span class="tag state">{{L_DEF_CHANGED}}</span>{{/CHANGED}}{{#ADDED}}<span class="tag good">{{L_DEF_ADDED}}</span>{{/ADDED}}{{#REMOVED}}<span class="tag late">{{L_DEF_REMOVED}}</span>{{/REMOVED}}{{#OVERTAKEN}} <span class="tag soon">{{L_DEF_OVERTAKEN}}</span>{{/OVERTAKEN}}</td></tr>
{{/FILE}}{{/GROUP}}</tbody></table>
{{#MAY_EDIT}}<form method="get" action="/definition/new"><div class="field"><label for="new-path">{{L_DEF_NEW}}</label><p class="help" id="new-help">{{L_DEF_NEW_HELP}}</p><input id="new-path" name="path" required aria-describedby="new-help"></div><p class="buttons"><button>{{L_DEF_OPEN}}</button></p></form>{{/MAY_EDIT}}
</section>
</div>
