{{%AUTOESCAPE context="HTML"}}<nav class="trail" aria-label="{{L_TRAIL}}"><a href="/definition">{{L_DEF_ROOM}}</a> <a href="/definition/history">{{PAGE_TITLE}}</a> <span>{{NAME}}</span></nav>
<div class="title"><p class="over-title"><code>{{HASH}}</code></p><h1>{{NAME}}</h1><p>{{BY}} : {{NOTE}}{{#IN_FORCE}} <span class="tag good">{{L_DEF_IN_FORCE}}</span>{{/IN_FORCE}}</p></div>
{{>REFUSED}}
<div class="stack">
{{#RETURN}}{{#MAY_EDIT}}<form method="post" action="/definition/history/{{HASH}}/return"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
<p class="help">{{L_DEF_RETURN_HELP}}</p>
{{#HAS_DRAFT}}<div class="field checks"><label class="check"><input type="checkbox" name="replace" value="1"> {{L_DEF_REPLACE}}</label></div>
{{/HAS_DRAFT}}<p class="buttons"><button class="main">{{L_DEF_RETURN}}</button></p></form>
{{/MAY_EDIT}}{{/RETURN}}<section class="card" aria-labelledby="what"><h2 id="what">{{L_DEF_SENTENCES}}</h2>
{{#NO_CHANGE}}<p class="soft">{{L_DEF_NOTHING_CHANGES}}</p>
{{/NO_CHANGE}}{{#CHANGES}}<ul>{{#CHANGE}}<li>{{TEXT}}</li>
{{/CHANGE}}</ul>
{{/CHANGES}}</section>
<section class="card" aria-labelledby="differences"><h2 id="differences">{{L_DEF_DIFFERENCES}}</h2>
{{#DIFFERENCE}}<details class="act" open><summary><code>{{PATH}}</code>{{#ADDED}} <span class="tag good">{{L_DEF_ADDED}}</span>{{/ADDED}}{{#REMOVED}} <span class="tag late">{{L_DEF_REMOVED}}</span>{{/REMOVED}}</summary>
<div class="inside">{{#NOT_TEXT}}<p class="soft">{{L_DEF_NOT_TEXT}}</p>{{/NOT_TEXT}}<pre class="diff" tabindex="0">{{#LINE}}{{#IN}}<ins>{{TEXT:p}}</ins>{{/IN}}{{#OUT}}<del>{{TEXT:p}}</del>{{/OUT}}{{#BOTH}}<span>{{TEXT:p}}</span>{{/BOTH}}{{/LINE}}</pre></div></details>
{{/DIFFERENCE}}</section>
</div>
