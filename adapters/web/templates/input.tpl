{{%AUTOESCAPE context="HTML"}}{{#CHECKS}}<fieldset class="field checks" id="{{ID}}"{{#ERROR}} aria-describedby="{{ID}}-error{{#HELP}} {{ID}}-help{{/HELP}}"{{/ERROR}}{{#HELP_ALONE}} aria-describedby="{{ID}}-help"{{/HELP_ALONE}}>
<legend>{{LABEL}}{{#IS_REQUIRED}} <em>{{L_REQUIRED}}</em>{{/IS_REQUIRED}}</legend>
{{#HELP}}<p class="help" id="{{ID}}-help">{{TEXT}}</p>
{{/HELP}}{{#MAY_BE_EMPTY}}<input type="hidden" name="form-many" value="{{NAME}}">
{{/MAY_BE_EMPTY}}{{#OPTION}}<label class="check"><input type="checkbox" name="{{NAME}}" value="{{VALUE}}"{{#CHOSEN}} checked{{/CHOSEN}}> {{LABEL}}</label>
{{/OPTION}}{{#ERROR}}<p class="error" id="{{ID}}-error">{{SENTENCE}}</p>
{{/ERROR}}</fieldset>
{{/CHECKS}}{{#RADIOS}}<fieldset class="field checks radios" id="{{ID}}" tabindex="-1"{{#ERROR}} aria-describedby="{{ID}}-error{{#HELP}} {{ID}}-help{{/HELP}}"{{/ERROR}}{{#HELP_ALONE}} aria-describedby="{{ID}}-help"{{/HELP_ALONE}}>
<legend>{{LABEL}}{{#IS_REQUIRED}} <em>{{L_REQUIRED}}</em>{{/IS_REQUIRED}}</legend>
{{#HELP}}<p class="help" id="{{ID}}-help">{{TEXT}}</p>
{{/HELP}}{{#OPTION}}<label class="check"><input type="radio" name="{{NAME}}" value="{{VALUE}}"{{#CHOSEN}} checked{{/CHOSEN}}> {{LABEL}}</label>
{{/OPTION}}{{#ERROR}}<p class="error" id="{{ID}}-error">{{SENTENCE}}</p>
{{/ERROR}}</fieldset>
{{/RADIOS}}{{#SINGLE}}<div class="field">
<label for="{{ID}}">{{LABEL}}{{#IS_REQUIRED}} <em>{{L_REQUIRED}}</em>{{/IS_REQUIRED}}</label>
{{#HELP}}<p class="help" id="{{ID}}-help">{{TEXT}}</p>
{{/HELP}}{{#LINE}}<input id="{{ID}}" name="{{NAME}}" value="{{VALUE}}" type="{{TYPE}}"{{#NUMERIC}} inputmode="decimal"{{/NUMERIC}}{{#MAIL}} inputmode="email"{{/MAIL}}{{#LISTED}} list="list-{{LIST}}" data-codes="{{LIST}}"{{/LISTED}}{{#WATCHED}} data-watched{{/WATCHED}}{{#SIRET}} data-siret{{/SIRET}}{{#AUTOFOCUS}} autofocus{{/AUTOFOCUS}} autocomplete="{{AUTOFILL}}"{{#IS_REQUIRED}} aria-required="true"{{/IS_REQUIRED}}{{#ERROR}} aria-invalid="true" aria-describedby="{{ID}}-error{{#HELP}} {{ID}}-help{{/HELP}}"{{/ERROR}}{{#HELP_ALONE}} aria-describedby="{{ID}}-help"{{/HELP_ALONE}}>
{{/LINE}}{{#LINES}}<textarea id="{{ID}}" name="{{NAME}}" rows="2"{{#IS_REQUIRED}} aria-required="true"{{/IS_REQUIRED}}{{#ERROR}} aria-invalid="true" aria-describedby="{{ID}}-error{{#HELP}} {{ID}}-help{{/HELP}}"{{/ERROR}}{{#HELP_ALONE}} aria-describedby="{{ID}}-help"{{/HELP_ALONE}}>
{{VALUE:p}}</textarea>
{{/LINES}}{{#SELECT}}<select id="{{ID}}" name="{{NAME}}"{{#IS_REQUIRED}} aria-required="true"{{/IS_REQUIRED}}{{#ERROR}} aria-invalid="true" aria-describedby="{{ID}}-error{{#HELP}} {{ID}}-help{{/HELP}}"{{/ERROR}}{{#HELP_ALONE}} aria-describedby="{{ID}}-help"{{/HELP_ALONE}}>
<option value=""></option>
{{#OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{LABEL}}</option>
{{/OPTION}}</select>
{{/SELECT}}{{#ERROR}}<p class="error" id="{{ID}}-error">{{SENTENCE}}</p>
{{/ERROR}}</div>
{{/SINGLE}}
