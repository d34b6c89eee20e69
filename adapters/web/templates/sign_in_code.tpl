{{%AUTOESCAPE context="HTML"}}<div class="narrow stack">
<div class="title"><h1>{{HEADING}}</h1>
<p>{{INTRO}}</p></div>
<section class="card main">
<form class="stack" method="post" action="/sign-in/{{STEP}}">
<input type="hidden" name="form-visit" value="{{VISIT}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><input type="hidden" name="next" value="{{NEXT}}">
{{#AGAIN}}<input type="hidden" name="{{NAME}}" value="{{VALUE:p}}">
{{/AGAIN}}<div class="field"><label for="code">{{#IS_CODE}}{{L_SIGN_CODE}}{{/IS_CODE}}{{#IS_PROOF}}{{L_SIGN_CODE_OR_PASSWORD}}{{/IS_PROOF}}</label>
<input class="code" id="code" name="code" type="{{#IS_CODE}}text{{/IS_CODE}}{{#IS_PROOF}}password{{/IS_PROOF}}" autocomplete="one-time-code" autocapitalize="off" spellcheck="false"{{#ERROR}} aria-describedby="code-error" aria-invalid="true"{{/ERROR}}>
{{#ERROR}}<p class="error" id="code-error" role="alert">{{SENTENCE}}</p>
{{/ERROR}}</div>
{{#IS_CODE}}<label class="check"><input type="checkbox" name="trust" value="yes"> {{L_SIGN_TRUST}}</label>
{{/IS_CODE}}<p class="buttons"><button class="main">{{L_SIGN_GO_ON}}</button></p>
</form>
</section>
{{#IS_CODE}}<p><a href="/sign-in">{{L_SIGN_AGAIN}}</a></p>
{{/IS_CODE}}</div>
