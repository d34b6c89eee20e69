{{%AUTOESCAPE context="HTML"}}<div class="title split"><div><h1>{{L_DIR}}</h1><p>{{L_DIR_INTRO}}</p></div>
{{#STAFF}}<p class="buttons"><a class="button" href="/directory/staff">{{L_DIR_STAFF}}</a></p>
{{/STAFF}}</div>
<table class="stacked">
<caption class="visually-hidden">{{L_DIR}}</caption>
<thead><tr><th scope="col">{{L_DIR_PARTNER}}</th><th scope="col">{{L_DIR_AWAY}}</th><th scope="col">{{L_DIR_CHANNEL}}</th><th scope="col">{{L_DIR_OPEN}}</th></tr></thead>
<tbody>
{{#ROW}}<tr>
<td data-label="{{L_DIR_PARTNER}}"><a href="{{ADDRESS}}">{{NAME}}</a>{{#BOUNCED}}<br><span class="tag late">{{TEXT}}</span>{{/BOUNCED}}</td>
<td data-label="{{L_DIR_AWAY}}">{{#AWAY}}<div><strong>{{TEXT}}</strong></div>{{/AWAY}}{{#COMING}}<div class="soft">{{TEXT}}</div>{{/COMING}}</td>
<td data-label="{{L_DIR_CHANNEL}}">{{CHANNEL}}</td>
<td class="num" data-label="{{L_DIR_OPEN}}">{{OPEN}}</td>
</tr>
{{/ROW}}</tbody></table>
