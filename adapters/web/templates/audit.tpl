{{%AUTOESCAPE context="HTML"}}<div class="title split"><div><h1>{{L_AUDIT}}</h1></div><p class="buttons"><a class="button" href="{{CSV}}">{{L_AUDIT_CSV}}</a></p></div>
{{#BROKEN}}<section class="notice late" role="alert"><p>{{SENTENCE}}</p></section>
{{/BROKEN}}{{#HOLDS}}<form class="notice good row" method="post" action="/audit/check"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><span>{{SENTENCE}}</span> <button class="no-print">{{L_AUDIT_CHECK}}</button></form>
{{/HOLDS}}{{>REFUSED}}
<form class="search" method="get" action="/audit" role="search">
<div class="field"><label for="who">{{L_AUDIT_WHO}}</label><input id="who" name="who" value="{{WHO}}" autocomplete="off"></div>
<div class="field"><label for="act">{{L_AUDIT_ACT}}</label><select id="act" name="act"><option value="">{{L_ANY}}</option>{{#GROUP}}<optgroup label="{{NAME}}">{{#ACT}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{LABEL}}</option>{{/ACT}}</optgroup>{{/GROUP}}</select></div>
<div class="field"><label for="role">{{L_AUDIT_ROLE}}</label><select id="role" name="role"><option value="">{{L_ANY}}</option>{{#ROLE}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{LABEL}}</option>{{/ROLE}}</select></div>
<div class="field"><label for="object">{{L_AUDIT_OBJECT}}</label><input id="object" name="object" value="{{OBJECT}}" placeholder="case 7" autocomplete="off"></div>
<div class="field"><label for="from">{{L_AUDIT_FROM}}</label><input id="from" name="from" type="date" value="{{FROM}}"></div>
<div class="field"><label for="until">{{L_AUDIT_UNTIL}}</label><input id="until" name="until" type="date" value="{{UNTIL}}"></div>
<button class="main">{{L_FIND}}</button>
</form>
{{#NOTHING}}<p class="empty">{{L_AUDIT_NONE}}</p>
{{/NOTHING}}{{#SOME}}<table class="stacked"><caption class="visually-hidden">{{L_AUDIT}}</caption>
<thead><tr><th scope="col">{{L_AUDIT_AT}}</th><th scope="col">{{L_AUDIT_WHO}}</th><th scope="col">{{L_AUDIT_ACT}}</th><th scope="col">{{L_AUDIT_OBJECT}}</th><th scope="col">{{L_AUDIT_RESULT}}</th><th scope="col">{{L_NETWORK}}</th></tr></thead>
<tbody>
{{#ROW}}<tr><td class="when" data-label="{{L_AUDIT_AT}}">{{AT}}<br><span class="soft number">{{SEQ}}</span></td><td data-label="{{L_AUDIT_WHO}}">{{WHO}}<br><span class="soft">{{ROLE}}</span></td><td data-label="{{L_AUDIT_ACT}}">{{ACT}}</td><td data-label="{{L_AUDIT_OBJECT}}">{{OBJECT}}</td><td data-label="{{L_AUDIT_RESULT}}">{{RESULT}}</td><td class="number" data-label="{{L_NETWORK}}">{{NETWORK}}</td></tr>
{{/ROW}}</tbody></table>
{{/SOME}}{{#OLDER}}<nav class="pages" aria-label="{{L_PAGES}}"><a href="{{ADDRESS}}" rel="next">{{L_AUDIT_OLDER}}</a></nav>
{{/OLDER}}
