{{%AUTOESCAPE context="HTML"}}<div class="narrow stack">
<div class="title"><h1>{{HEADING}}</h1>
<p>{{INTRO}}</p></div>
{{#RECOVERY}}<section class="card main stack" aria-labelledby="codes-title"><h2 id="codes-title">{{L_FACTOR_CODES}}</h2>
<p>{{L_FACTOR_CODES_HELP}}</p>
<ul class="plain">{{#ROW}}<li class="number"><code>{{TEXT}}</code></li>{{/ROW}}</ul>
{{#GO_ON}}<p class="buttons"><a class="button main" href="{{NEXT}}">{{L_SIGN_GO_ON}}</a></p>
{{/GO_ON}}{{#RESEND}}<form method="post" action="{{TO}}">
<input type="hidden" name="form-token" value="{{TOKEN}}">
{{#AGAIN}}<input type="hidden" name="{{NAME}}" value="{{VALUE:p}}">
{{/AGAIN}}<p class="buttons"><button class="main">{{L_SIGN_GO_ON}}</button></p></form>
{{/RESEND}}</section>
{{/RECOVERY}}{{#CONFIRM}}<section class="card main stack">
{{#SHOWN}}<p>{{L_FACTOR_SCAN}}</p>
{{#PICTURE}}<svg class="qr" role="img" aria-label="{{L_FACTOR_SCAN}}" viewBox="0 0 {{SIDE}} {{SIDE}}" width="220" height="220" shape-rendering="crispEdges"><rect width="{{SIDE}}" height="{{SIDE}}" fill="#fff"/><path d="{{PATH}}" fill="#000"/></svg>{{/PICTURE}}
<dl class="facts"><div><dt>{{L_FACTOR_OR_TYPE}}</dt><dd><code id="secret">{{SECRET}}</code></dd></div></dl>
<p class="help"><code>{{URI}}</code></p>
{{/SHOWN}}<form class="stack" method="post" action="/sign-in/second-factor/code">
<input type="hidden" name="form-visit" value="{{VISIT}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><input type="hidden" name="next" value="{{NEXT}}">
{{#AGAIN}}<input type="hidden" name="{{NAME}}" value="{{VALUE:p}}">
{{/AGAIN}}<div class="field"><label for="code">{{L_FACTOR_CONFIRM}}</label>
<input class="code" id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" spellcheck="false"{{#ERROR}} aria-describedby="code-error" aria-invalid="true"{{/ERROR}}>
{{#ERROR}}<p class="error" id="code-error" role="alert">{{SENTENCE}}</p>
{{/ERROR}}</div>
<p class="buttons"><button class="main">{{L_SIGN_GO_ON}}</button></p>
</form></section>
{{/CONFIRM}}{{#BEGIN}}{{#ALONE}}<p class="notice warn" role="alert">{{SENTENCE}}</p>
{{/ALONE}}<form method="post" action="/sign-in/second-factor">
<input type="hidden" name="form-visit" value="{{VISIT}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><input type="hidden" name="next" value="{{NEXT}}">
{{#AGAIN}}<input type="hidden" name="{{NAME}}" value="{{VALUE:p}}">
{{/AGAIN}}<p class="buttons"><button class="main">{{L_FACTOR_SHOW}}</button></p>
</form>
{{/BEGIN}}</div>
