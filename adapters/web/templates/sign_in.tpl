{{%AUTOESCAPE context="HTML"}}<div class="narrow stack">
<div class="title"><h1>{{HEADING}}</h1>
<p>{{INTRO}}</p></div>
<section class="card main">
<form class="stack" method="post" action="/sign-in">
<input type="hidden" name="form-visit" value="{{VISIT}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><input type="hidden" name="next" value="{{NEXT}}">
{{#AGAIN}}<input type="hidden" name="{{NAME}}" value="{{VALUE:p}}">
{{/AGAIN}}<div class="field"><label for="email">{{L_SIGN_EMAIL}}</label>
<input id="email" name="email" type="email" autocomplete="username" value="{{EMAIL}}"></div>
<div class="field"><label for="password">{{L_SIGN_PASSWORD}}</label>
<input id="password" name="password" type="password" autocomplete="current-password"{{#ERROR}} aria-describedby="password-error" aria-invalid="true"{{/ERROR}}>
{{#ERROR}}<p class="error" id="password-error" role="alert">{{SENTENCE}}</p>
{{/ERROR}}</div>
<p class="buttons"><button class="main">{{L_SIGN_IN}}</button></p>
</form>
</section>
<p><a href="/ask">{{L_SIGN_ASK}}</a></p>
</div>
