{{%AUTOESCAPE context="HTML"}}<div class="field" data-meter><label for="password">{{L_PASSWORD_NEW}}</label>
<p class="help" id="password-help">{{L_PASSWORD_HELP}}</p>
<input class="secret" id="password" name="password" type="password" autocomplete="new-password" aria-describedby="{{#PASSWORD_ERROR}}password-error {{/PASSWORD_ERROR}}password-help"{{#PASSWORD_ERROR}} aria-invalid="true"{{/PASSWORD_ERROR}}>
{{#PASSWORD_ERROR}}<p class="error" id="password-error">{{SENTENCE}}</p>
{{/PASSWORD_ERROR}}<div class="meter" hidden><p class="help"><label for="strength">{{L_PASSWORD_METER}}</label> <output for="password"></output></p>
<meter id="strength" min="0" max="128" low="50" high="80" optimum="128" value="0"></meter></div></div>
<label class="check" hidden><input type="checkbox" data-show-passwords> {{L_PASSWORD_SHOW}}</label>
