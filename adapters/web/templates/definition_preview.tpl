{{%AUTOESCAPE context="HTML"}}<nav class="trail" aria-label="{{L_TRAIL}}"><a href="/definition">{{L_DEF_ROOM}}</a> <span>{{PAGE_TITLE}}</span></nav>
<div class="title split"><div><h1>{{PAGE_TITLE}}</h1></div><p class="buttons">{{#READY}}<a class="button main" href="/definition/publish">{{L_DEF_PUBLISH}}</a>{{/READY}}{{#CARRY}}<a class="button main" href="/definition/publish">{{L_DEF_CARRY}}</a>{{/CARRY}}{{#TO_BE_SENT}}<a class="button main" href="/definition/publish">{{L_DEF_MOVE_SAY}}</a>{{/TO_BE_SENT}}</p></div>
<form class="search" method="get" action="/definition/preview" role="search"><div class="field"><label for="replay">{{L_DEF_REPLAY}}</label><input id="replay" type="number" name="replay" min="0" max="200" value="{{REPLAY}}"></div><button class="main">{{L_DEF_PREVIEW}}</button></form>
<div class="stack">
{{#REFUSED_FOR}}<p class="notice late" role="status">{{TEXT}}</p>
{{/REFUSED_FOR}}{{#FORESEEN}}<p class="notice good" role="status">{{TEXT}}</p>
{{/FORESEEN}}{{#TEST}}<p class="error">{{TEXT}}{{#AT}} (<a href="{{ADDRESS}}">{{NAME}}</a>{{#PLAYED}}, <a href="{{RUN}}">{{L_DEF_PLAYED}}</a>{{/PLAYED}}){{/AT}}</p>
{{/TEST}}{{#HAS_REMARKS}}<section class="card" aria-labelledby="remarks"><h2 id="remarks">{{L_DEF_REMARKS}}</h2>
{{>REMARKS}}</section>
{{/HAS_REMARKS}}<section class="card" aria-labelledby="what"><h2 id="what">{{L_DEF_SENTENCES}}</h2>
{{#UNKNOWN}}<p class="soft">{{L_DEF_AFTER_MISTAKES}}</p>
{{/UNKNOWN}}{{#NO_CHANGE}}<p class="soft">{{L_DEF_NOTHING_CHANGES}}</p>
{{/NO_CHANGE}}{{#CHANGES}}<ul>{{#CHANGE}}<li>{{TEXT}}</li>
{{/CHANGE}}</ul>
{{/CHANGES}}</section>
<section class="card" aria-labelledby="flight"><h2 id="flight">{{L_DEF_FLIGHT}}</h2>
{{#UNKNOWN}}<p class="soft">{{L_DEF_AFTER_MISTAKES}}</p>
{{/UNKNOWN}}{{#NOBODY}}<p class="soft">{{L_DEF_NONE_IN_FLIGHT}}</p>
{{/NOBODY}}{{#FLIGHT}}<table class="stacked"><caption class="visually-hidden">{{L_DEF_FLIGHT}}</caption><thead><tr><th scope="col">{{L_DEF_PLACE}}</th><th scope="col">{{L_DEF_HOW_MANY}}</th><th scope="col">{{L_DEF_VERDICT}}</th></tr></thead>
<tbody>{{#PLACE}}<tr><td data-label="{{L_DEF_PLACE}}">{{WORKFLOW}} : {{STATE}}{{#THERE}} <span class="soft">→ {{TEXT}}</span>{{/THERE}}</td><td class="num" data-label="{{L_DEF_HOW_MANY}}">{{COUNT}}</td><td data-label="{{L_DEF_VERDICT}}"><span class="tag{{#EASY}} good{{/EASY}}{{#TIMERS}} soon{{/TIMERS}}{{#HARD}} late{{/HARD}}">{{VERDICT}}</span>{{#REASON}}<br><span class="soft">{{TEXT}}</span>{{/REASON}}</td></tr>
{{/PLACE}}</tbody></table>
{{/FLIGHT}}{{#SUGGESTED}}<details class="act"><summary>{{L_DEF_SUGGESTED}}</summary><div class="inside"><pre class="code-text" tabindex="0">{{TEXT:p}}</pre></div></details>
{{/SUGGESTED}}</section>
{{#PAST}}<section class="card" aria-labelledby="past"><h2 id="past">{{L_DEF_PAST}}</h2><p>{{SENTENCE}}</p>
{{#CUT}}<p class="notice warn">{{TEXT}}</p>
{{/CUT}}{{#SAME}}<p class="soft">{{L_DEF_NO_DIFFERENCE}}</p>
{{/SAME}}<ul>{{#LIFE}}<li><span class="number">{{NUMBER}}</span> : {{TEXT}}</li>
{{/LIFE}}</ul></section>
{{/PAST}}<section class="card" aria-labelledby="differences"><h2 id="differences">{{L_DEF_DIFFERENCES}}</h2>
{{#DIFFERENCE}}<details class="act" open><summary><code>{{PATH}}</code>{{#ADDED}} <span class="tag good">{{L_DEF_ADDED}}</span>{{/ADDED}}{{#REMOVED}} <span class="tag late">{{L_DEF_REMOVED}}</span>{{/REMOVED}}</summary>
<div class="inside">{{#NOT_TEXT}}<p class="soft">{{L_DEF_NOT_TEXT}}</p>{{/NOT_TEXT}}<pre class="diff" tabindex="0">{{#LINE}}{{#IN}}<ins>{{TEXT:p}}</ins>{{/IN}}{{#OUT}}<del>{{TEXT:p}}</del>{{/OUT}}{{#BOTH}}<span>{{TEXT:p}}</span>{{/BOTH}}{{/LINE}}</pre></div></details>
{{/DIFFERENCE}}</section>
</div>
