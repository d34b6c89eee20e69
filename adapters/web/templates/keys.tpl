{{%AUTOESCAPE context="HTML"}}<nav class="trail" aria-label="{{L_TRAIL}}"><a href="/accounts">{{L_ACCOUNTS}}</a> <span>{{L_KEYS}}</span></nav>
<div class="title"><h1>{{L_KEYS}}</h1></div>
{{#MADE}}<section class="card main" role="status" aria-labelledby="made-title"><h2 id="made-title">{{LABEL}}</h2>
<p>{{SENTENCE}}</p>
<pre class="code" id="new-key" tabindex="0">{{KEY}}</pre></section>
{{/MADE}}{{>REFUSED}}
{{#NOTHING}}<p class="empty">{{L_NO_KEYS}}</p>
{{/NOTHING}}{{#SOME}}<table class="stacked"><caption class="visually-hidden">{{L_KEYS}}</caption>
<thead><tr><th scope="col">{{L_PROGRAM}}</th><th scope="col">{{L_KEY_BEGINS}}</th><th scope="col">{{L_OF}}</th><th scope="col">{{L_MAY}}</th><th scope="col">{{L_USED}}</th><th scope="col">{{L_EXPIRES}}</th><th scope="col"><span class="visually-hidden">{{L_REVOKE}}</span></th></tr></thead>
<tbody>
{{#ROW}}<tr><td data-label="{{L_PROGRAM}}">{{LABEL}}</td><td class="number" data-label="{{L_KEY_BEGINS}}">{{BEGINS}}</td><td data-label="{{L_OF}}">{{OF}}</td><td data-label="{{L_MAY}}">{{MAY}}</td><td class="when" data-label="{{L_USED}}">{{#USED_AT}}{{AT}}{{/USED_AT}}{{#NEVER}}<span class="soft">{{L_NEVER}}</span>{{/NEVER}}</td><td class="when" data-label="{{L_EXPIRES}}">{{EXPIRES}}</td><td class="acts">{{#REVOKED}}<span class="tag over">{{L_REVOKED}}</span>{{/REVOKED}}{{#EXPIRED}}<span class="tag over">{{L_EXPIRED}}</span>{{/EXPIRED}}{{#MAY_REVOKE}}<form method="post" action="/keys/{{ID}}/revoke"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><button class="danger" aria-label="{{L_REVOKE}} {{LABEL}}">{{L_REVOKE}}</button></form>{{/MAY_REVOKE}}</td></tr>
{{/ROW}}</tbody></table>
{{/SOME}}<section class="card" aria-labelledby="key-title"><h2 id="key-title">{{L_KEY_NEW}}</h2>
<form class="stack" method="post" action="/keys">
<input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><input type="hidden" name="form-key" value="{{FORM_KEY}}">
{{>INPUT}}
<p class="buttons"><button class="main">{{L_KEY_MAKE}}</button></p>
</form></section>
