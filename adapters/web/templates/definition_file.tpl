{{%AUTOESCAPE context="HTML"}}<nav class="trail" aria-label="{{L_TRAIL}}"><a href="/definition">{{L_DEF_ROOM}}</a> <span>{{PATH}}</span></nav>
<div class="title"><p class="over-title"><code>{{PATH}}</code></p><h1>{{NAME}}</h1>
<p>{{#CHANGED}}<span class="tag state">{{L_DEF_CHANGED}}</span>{{/CHANGED}}{{#ADDED}}<span class="tag good">{{L_DEF_ADDED}}</span>{{/ADDED}}{{#REMOVED}}<span class="tag late">{{L_DEF_REMOVED}}</span>{{/REMOVED}}{{#OVERTAKEN}} <span class="tag soon">{{L_DEF_OVERTAKEN}}</span>{{/OVERTAKEN}}{{#IS_TABLE}} <a href="/definition/tables?path={{PATH}}">{{L_DEF_TABLE}}</a>{{/IS_TABLE}}{{#IS_LETTER}} <a href="/definition/letters?path={{PATH}}">{{L_DEF_LETTER}}</a>{{/IS_LETTER}}{{#IS_SCENARIO}} <a href="/definition/scenarios?path={{PATH}}">{{L_DEF_TRY}}</a>{{/IS_SCENARIO}}</p></div>
{{>REFUSED}}
{{#CONFLICT}}<section class="card" aria-labelledby="conflict"><h2 id="conflict">{{L_DEF_THEIRS}} / {{L_DEF_YOURS}}</h2>
<pre class="diff" tabindex="0">{{#LINE}}{{#IN}}<ins>{{TEXT:p}}</ins>{{/IN}}{{#OUT}}<del>{{TEXT:p}}</del>{{/OUT}}{{#BOTH}}<span>{{TEXT:p}}</span>{{/BOTH}}{{/LINE}}</pre></section>
{{/CONFLICT}}{{#PUBLISHED_SINCE}}<section class="card" aria-labelledby="since"><h2 id="since">{{L_DEF_OVERTAKEN}}</h2><p>{{L_DEF_OVERTAKEN_HELP}}</p>
<pre class="diff" tabindex="0">{{#LINE}}{{#IN}}<ins>{{TEXT:p}}</ins>{{/IN}}{{#OUT}}<del>{{TEXT:p}}</del>{{/OUT}}{{#BOTH}}<span>{{TEXT:p}}</span>{{/BOTH}}{{/LINE}}</pre></section>
{{/PUBLISHED_SINCE}}<div class="stack">
<form method="post" action="{{ADDRESS}}">
<input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
<input type="hidden" name="rev" value="{{REV}}">
<div class="field"><label for="text">{{L_DEF_TEXT}}</label>
<textarea id="text" name="text" class="code-text" rows="28" spellcheck="false" autocapitalize="off" autocomplete="off" wrap="off"{{#MAY_EDIT}} data-island="editor" data-path="{{PATH}}" data-rev="{{REV}}"{{/MAY_EDIT}}{{#ONLY_READS}} readonly{{/ONLY_READS}}>
{{TEXT:p}}</textarea></div>
<p role="status" data-part="status"></p>
{{#MAY_EDIT}}<p class="send"><button class="main">{{L_DEF_SAVE}}</button></p>{{/MAY_EDIT}}
</form>
<section class="card" aria-labelledby="remarks" data-part="diagnostics"><h2 id="remarks">{{L_DEF_REMARKS}}</h2>
{{#AT_LINE}}<p id="l{{NUMBER}}" class="soft">{{L_DEF_LINE}} {{NUMBER}}</p>
{{/AT_LINE}}{{>REMARKS}}</section>
{{#PICTURE}}<section class="card" aria-labelledby="picture"><h2 id="picture">{{L_DEF_PICTURE}}</h2>
<figure class="chart scroll" data-part="diagram" role="region" aria-label="{{NAME}}" tabindex="0"><img src="data:image/svg+xml;base64,{{SVG}}" alt="{{L_DEF_PICTURE}} : {{NAME}}"></figure></section>
{{/PICTURE}}<form method="post" action="{{ADDRESS}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><input type="hidden" name="rev" value="{{REV}}">
<p class="buttons">{{#MAY_EDIT}}{{#CAN_DISCARD}}<button name="act" value="discard">{{L_DEF_DISCARD_FILE}}</button> {{/CAN_DISCARD}}{{#CAN_TAKE_OUT}}<button class="danger" name="act" value="remove">{{L_DEF_TAKE_OUT}}</button>{{/CAN_TAKE_OUT}}{{/MAY_EDIT}}</p></form>
</div>
{{#ISLANDS}}<script type="module" src="{{ADDRESS}}"></script>{{/ISLANDS}}
