{{%AUTOESCAPE context="HTML"}}<div class="narrow stack">
<div class="title"><h1>{{HEADING}}</h1>
<p>{{INTRO}}</p></div>
<section class="card main">
<form class="stack" method="post" action="/r/{{LOCATOR}}/session">
<input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
<div class="field"><label for="code">{{L_CODE}}</label>
<p class="help" id="code-help">{{L_CODE_HELP}}</p>
<input class="code" id="code" name="code" type="text" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" maxlength="16" aria-describedby="{{#ERROR}}code-error {{/ERROR}}code-help"{{#ERROR}} aria-invalid="true"{{/ERROR}}>
{{#ERROR}}<p class="error" id="code-error" role="alert">{{SENTENCE}}</p>
{{/ERROR}}</div>
<label class="check"><input type="checkbox" name="trust" value="yes"> {{L_TRUST}}</label>
<p class="buttons"><button class="main">{{L_OPEN_LINK}}</button></p>
</form>
</section>
<form method="post" action="/r/{{LOCATOR}}/code">
<input type="hidden" name="form-visit" value="{{VISIT}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
<p><button class="quiet">{{L_ANOTHER_CODE}}</button></p>
</form>
<p class="soft">{{L_REACH}}{{#DESK_PHONE}} {{NUMBER}}{{/DESK_PHONE}}{{#DESK_MAIL}} · {{ADDRESS}}{{/DESK_MAIL}}</p>
</div>
