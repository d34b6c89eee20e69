{{%AUTOESCAPE context="HTML"}}<nav class="trail" aria-label="{{L_TRAIL}}"><a href="/accounts">{{L_ACCOUNTS}}</a> <span>{{NAME}}</span></nav>
<div class="title"><h1>{{NAME}}</h1>
<p>{{EMAIL}}{{#SIGNED_IN_AT}} · {{L_LAST_SIGN_IN}} : {{AT}}{{/SIGNED_IN_AT}}{{#DISABLED}} <span class="tag over">{{L_DISABLED}}</span>{{/DISABLED}}{{#WAITS}} <span class="tag soon">{{L_WAITS}}</span>{{/WAITS}}</p></div>
{{>REFUSED}}
<div class="split"><div class="stack"><section class="card" aria-labelledby="deeds-title"><h2 id="deeds-title">{{L_DEEDS}}</h2>
<div class="stack">
{{#ENABLED}}<form method="post" action="/accounts/{{ID}}/invitation"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><button>{{L_INVITE_AGAIN}}</button></form>
{{#HAS_FACTOR}}<form method="post" action="/accounts/{{ID}}/second-factor"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><button>{{L_RESET_FACTOR}}</button></form>
{{/HAS_FACTOR}}<form method="post" action="/accounts/{{ID}}/sessions"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><button>{{L_END_ALL}}</button></form>
{{#MAY_DISABLE}}<form method="post" action="/accounts/{{ID}}/disable"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><button class="danger">{{L_DISABLE}}</button></form>
{{/MAY_DISABLE}}{{/ENABLED}}{{#DISABLED}}<form method="post" action="/accounts/{{ID}}/enable"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><button>{{L_ENABLE}}</button></form>
{{/DISABLED}}</div></section></div>
<div class="stack"><section class="card main"><form class="stack" method="post" action="/accounts/{{ID}}">
<input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
{{>INPUT}}
<p class="buttons"><button class="main">{{L_KEEP_CHANGES}}</button></p>
</form></section></div></div>
