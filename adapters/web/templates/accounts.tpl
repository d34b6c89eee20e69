{{%AUTOESCAPE context="HTML"}}<div class="title split"><div><h1>{{L_ACCOUNTS}}</h1>
<p>{{INTRO}}</p></div><p class="buttons"><a class="button main" href="/accounts/new">{{L_ACCOUNT_NEW}}</a> <a class="button" href="/keys">{{L_KEYS}}</a></p></div>
<table class="stacked">
<caption class="visually-hidden">{{L_ACCOUNTS}}</caption>
<thead><tr><th scope="col">{{L_WHO_HAS}}</th><th scope="col">{{L_ROLES}}</th><th scope="col">{{L_OF}}</th><th scope="col">{{L_LAST_SIGN_IN}}</th><th scope="col">{{L_FACTOR}}</th></tr></thead>
<tbody>
{{#ROW}}<tr>
<td data-label="{{L_WHO_HAS}}"><a href="/accounts/{{ID}}">{{NAME}}</a>{{#DISABLED}} <span class="tag over">{{L_DISABLED}}</span>{{/DISABLED}}{{#WAITS}} <span class="tag soon">{{L_WAITS}}</span>{{/WAITS}}<br><span class="soft">{{EMAIL}}</span></td>
<td data-label="{{L_ROLES}}">{{ROLES}}</td>
<td data-label="{{L_OF}}">{{OF}}</td>
<td class="when" data-label="{{L_LAST_SIGN_IN}}">{{#SIGNED_IN_AT}}{{AT}}{{/SIGNED_IN_AT}}{{#NEVER}}<span class="soft">{{L_NEVER}}</span>{{/NEVER}}</td>
<td data-label="{{L_FACTOR}}">{{#HAS_FACTOR}}{{L_YES}}{{/HAS_FACTOR}}{{#NO_FACTOR}}{{L_NO}}{{/NO_FACTOR}}</td>
</tr>
{{/ROW}}</tbody></table>
