{{%AUTOESCAPE context="HTML"}}<nav class="trail" aria-label="{{L_TRAIL}}"><a href="/definition">{{L_DEF_ROOM}}</a> <a href="{{ADDRESS}}">{{PATH}}</a> <span>{{L_DEF_TABLE}}</span></nav>
<div class="title"><p class="over-title"><code>{{PATH}}</code></p><h1>{{NAME}}</h1></div>
<div class="stack">
{{#BESIDE}}<p class="notice">{{L_DEF_RULES_BESIDE}} <a href="{{AT}}">{{FILE}}</a>. {{L_DEF_RULES_BESIDE_HELP}}</p>
{{/BESIDE}}<div{{#IN_GRID}}{{#MAY_EDIT}} data-island="grid" data-path="{{PATH}}" data-rev="{{REV}}" data-token="{{FORM_TOKEN}}"{{/MAY_EDIT}}{{/IN_GRID}}>
<div class="scroll" role="region" aria-label="{{NAME}}" tabindex="0"><table class="grid-table"><caption>{{NAME}} ({{HIT}})</caption>
<thead><tr><th scope="col">{{L_DEF_RULE}}</th>{{#INPUT}}<th scope="col">{{NAME}}</th>{{/INPUT}}{{#OUTPUT}}<th scope="col">→ {{NAME}}</th>{{/OUTPUT}}</tr></thead>
<tbody>{{#RULE}}<tr><th scope="row">{{ID}}</th>{{#CELL}}<td>{{TEXT}}</td>{{/CELL}}</tr>
{{/RULE}}</tbody></table></div>
</div>
<section class="card" aria-labelledby="covers" data-part="coverage"><h2 id="covers">{{L_DEF_COVERAGE}}</h2>
{{#COMPLETE}}<p><span class="tag good">{{L_DEF_COMPLETE}}</span></p>
{{/COMPLETE}}{{#GAPS}}<h3>{{L_DEF_GAPS}}</h3><ul>{{#ITEM}}<li><code>{{TEXT}}</code></li>{{/ITEM}}</ul>
{{/GAPS}}{{#OVERLAPS}}<h3>{{L_DEF_OVERLAPS}}</h3><ul>{{#ITEM}}<li><code>{{TEXT}}</code></li>{{/ITEM}}</ul>
{{/OVERLAPS}}{{#UNREACHABLE}}<h3>{{L_DEF_UNREACHABLE}}</h3><ul>{{#ITEM}}<li><code>{{TEXT}}</code></li>{{/ITEM}}</ul>
{{/UNREACHABLE}}{{#NOT_SURE}}<p class="soft">{{L_DEF_NOT_SURE}}</p>
{{/NOT_SURE}}</section>
</div>
{{#ISLANDS}}<script type="module" src="{{ADDRESS}}"></script>{{/ISLANDS}}
