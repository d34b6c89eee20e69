{{%AUTOESCAPE context="HTML"}}<nav class="trail" aria-label="{{L_TRAIL}}"><a href="/definition">{{L_DEF_ROOM}}</a> <span>{{PAGE_TITLE}}</span></nav>
<div class="title"><h1>{{PAGE_TITLE}}</h1></div>
{{>REFUSED}}
{{#NO_DRAFT}}<p class="empty">{{SENTENCE}}</p>
{{/NO_DRAFT}}<div class="stack">
<form method="post" action="/definition/publish">
<input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
{{#OF_DRAFT}}<div class="field"><label for="note">{{L_DEF_NOTE}}</label><p class="help" id="note-help">{{L_DEF_NOTE_HELP}}</p><input id="note" name="note" required maxlength="400" aria-describedby="note-help" value="{{NOTE}}"></div>
{{/OF_DRAFT}}<input type="hidden" name="seen" value="{{SEEN}}">
{{#OF_DRAFT}}<div class="field checks"><label class="check"><input type="checkbox" name="keep" value="1" aria-describedby="keep-help"{{#KEPT}} checked{{/KEPT}}> {{L_DEF_KEEP}}</label><p class="help" id="keep-help">{{L_DEF_KEEP_HELP}}</p></div>
{{/OF_DRAFT}}{{#HOMELESS}}<fieldset class="group"><legend><h2>{{L_DEF_MOVES}}</h2></legend><p class="help">{{L_DEF_MOVES_HELP}}</p>
{{#MOVE}}<div class="field">{{#CHOICE}}<label for="{{ID}}">{{TITLE}}</label><select id="{{ID}}" name="to:{{ABOUT}}"><option value="">{{L_DEF_MOVE_CHOOSE}}</option>{{#HAVEN}}<option value="{{PATH}}"{{#IS}} selected{{/IS}}>{{NAME}}</option>{{/HAVEN}}</select>
<label class="check"><input type="checkbox" name="enter:{{ABOUT}}" value="1"{{#ENTERS}} checked{{/ENTERS}}> {{L_DEF_MOVE_ENTER}}<span class="visually-hidden"> ({{TITLE}})</span></label>{{/CHOICE}}{{#MEMORY}}<p>{{TITLE}}</p><label class="check"><input type="checkbox" name="forget:{{ABOUT}}" value="1"{{#IS}} checked{{/IS}}> {{L_DEF_MOVE_FORGET}}</label>{{/MEMORY}}</div>
{{/MOVE}}<p class="buttons"><button name="act" value="try" formnovalidate>{{L_DEF_MOVE_TRY}}</button></p></fieldset>
{{/HOMELESS}}{{#OF_DRAFT}}<p class="send"><button class="main">{{L_DEF_PUBLISH}}</button></p>{{/OF_DRAFT}}{{#CARRY}}<p class="help">{{L_DEF_CARRY_HELP}}</p>
<p class="send"><button class="main" name="act" value="carry">{{L_DEF_CARRY}}</button></p>{{/CARRY}}
<details class="act"{{#PLAN_OPEN}} open{{/PLAN_OPEN}}><summary>{{L_DEF_PLAN}}</summary><div class="inside"><div class="field"><label for="plan">{{L_DEF_PLAN}}</label><textarea id="plan" name="plan" class="code-text" rows="8" spellcheck="false">
{{PLAN:p}}</textarea></div>
<p class="buttons"><button name="act" value="try" formnovalidate>{{L_DEF_MOVE_TRY}}</button></p></div></details>
</form>
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
<section class="card" aria-labelledby="differences"><h2 id="differences">{{L_DEF_DIFFERENCES}}</h2>
{{#DIFFERENCE}}<details class="act" open><summary><code>{{PATH}}</code>{{#ADDED}} <span class="tag good">{{L_DEF_ADDED}}</span>{{/ADDED}}{{#REMOVED}} <span class="tag late">{{L_DEF_REMOVED}}</span>{{/REMOVED}}</summary>
<div class="inside">{{#NOT_TEXT}}<p class="soft">{{L_DEF_NOT_TEXT}}</p>{{/NOT_TEXT}}<pre class="diff" tabindex="0">{{#LINE}}{{#IN}}<ins>{{TEXT:p}}</ins>{{/IN}}{{#OUT}}<del>{{TEXT:p}}</del>{{/OUT}}{{#BOTH}}<span>{{TEXT:p}}</span>{{/BOTH}}{{/LINE}}</pre></div></details>
{{/DIFFERENCE}}</section>
</div>
