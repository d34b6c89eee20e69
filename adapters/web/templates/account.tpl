{{%AUTOESCAPE context="HTML"}}<div class="title"><h1>{{L_ACCOUNT}}</h1>
<p>{{NAME}} · {{EMAIL}}</p></div>
{{>REFUSED}}
<div class="stack">
<div class="halves">
<section class="card" aria-labelledby="password-title"><h2 id="password-title">{{L_ACCOUNT_PASSWORD}}</h2>
<form class="stack" method="post" action="/account/password">
<input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
<div class="field"><label for="present">{{L_PASSWORD_PRESENT}}</label>
<input class="secret" id="present" name="present" type="password" autocomplete="current-password"{{#PRESENT_ERROR}} aria-describedby="present-error" aria-invalid="true"{{/PRESENT_ERROR}}>
{{#PRESENT_ERROR}}<p class="error" id="present-error">{{SENTENCE}}</p>
{{/PRESENT_ERROR}}</div>
{{>NEW_PASSWORD}}
<p class="buttons"><button class="main">{{L_PASSWORD_CHANGE}}</button></p>
</form></section>
<section class="card" aria-labelledby="factor-title"><h2 id="factor-title">{{L_FACTOR}}</h2>
{{#NO_FACTOR}}<p><span class="tag soon">{{L_FACTOR_OFF}}</span></p>
<p class="buttons"><a class="button" href="/sign-in/second-factor?next=%2Faccount">{{L_FACTOR_SET}}</a></p>
{{/NO_FACTOR}}{{#HAS_FACTOR}}<p><span class="tag good">{{L_FACTOR_ON}}</span></p>
<p>{{L_RECOVERY_LEFT}} : <strong>{{LEFT}}</strong></p>
<form class="buttons" method="post" action="/account/recovery"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
<button>{{L_RECOVERY_NEW}}</button> <a class="button" href="/sign-in/second-factor?next=%2Faccount">{{L_FACTOR_RENEW}}</a></form>
{{/HAS_FACTOR}}</section>
</div>
<section class="card" aria-labelledby="sessions-title"><h2 id="sessions-title">{{L_SESSIONS}}</h2>
<table class="stacked"><caption class="visually-hidden">{{L_SESSIONS}}</caption>
<thead><tr><th scope="col">{{L_BROWSER}}</th><th scope="col">{{L_NETWORK}}</th><th scope="col">{{L_SESSION_SINCE}}</th><th scope="col">{{L_SEEN}}</th><th scope="col"><span class="visually-hidden">{{L_END}}</span></th></tr></thead>
<tbody>
{{#SESSION}}<tr><td data-label="{{L_BROWSER}}">{{DEVICE}}{{#HERE}} <span class="tag good">{{L_HERE}}</span>{{/HERE}}</td><td class="number" data-label="{{L_NETWORK}}">{{NETWORK}}</td><td class="when" data-label="{{L_SESSION_SINCE}}">{{SINCE}}</td><td class="when" data-label="{{L_SEEN}}">{{SEEN}}</td><td class="acts">{{#MAY_END}}<form method="post" action="/account/sessions/{{HANDLE}}/end"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><button aria-label="{{L_END}} {{DEVICE}}, {{SINCE}}">{{L_END}}</button></form>{{/MAY_END}}</td></tr>
{{/SESSION}}</tbody></table>
<form class="buttons" method="post" action="/account/sessions/end-others"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><button>{{L_END_OTHERS}}</button></form>
</section>
<section class="card" aria-labelledby="devices-title"><h2 id="devices-title">{{L_DEVICES}}</h2>
{{#NO_DEVICES}}<p class="empty">{{L_NO_DEVICES}}</p>
{{/NO_DEVICES}}{{#DEVICES_SOME}}<table class="stacked"><caption class="visually-hidden">{{L_DEVICES}}</caption>
<thead><tr><th scope="col">{{L_BROWSER}}</th><th scope="col">{{L_SESSION_SINCE}}</th><th scope="col">{{L_ENDS}}</th><th scope="col"><span class="visually-hidden">{{L_END}}</span></th></tr></thead>
<tbody>
{{#ROW}}<tr><td data-label="{{L_BROWSER}}">{{DEVICE}}</td><td class="when" data-label="{{L_SESSION_SINCE}}">{{SINCE}}</td><td class="when" data-label="{{L_ENDS}}">{{ENDS}}</td><td class="acts"><form method="post" action="/account/sessions/{{HANDLE}}/end"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><button aria-label="{{L_END}} {{DEVICE}}, {{SINCE}}">{{L_END}}</button></form></td></tr>
{{/ROW}}</tbody></table>
{{/DEVICES_SOME}}</section>
</div>
<script src="{{SCRIPT}}" defer></script>
