{{%AUTOESCAPE context="HTML"}}<div class="title"><h1>{{L_NEW}}</h1>
<p>{{L_REQUEST_INTRO}}</p></div>
{{>REFUSED}}<form class="intake" method="post" action="/requests" data-no-line="{{L_NO_LINE}}" data-lines-found="{{L_LINES_FOUND}}" data-firm-filled="{{L_FIRM_FILLED}}" data-firm-known="{{L_FIRM_KNOWN}}">
<input type="hidden" name="form-key" value="{{KEY}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
{{#ENOUGH}}<fieldset class="group first"><legend><h2>{{TITLE}}</h2></legend>
<div class="fields">
{{>INPUT}}</div>
</fieldset>
{{/ENOUGH}}<section class="notice warn" data-doubles hidden aria-labelledby="doubles-title" data-open="{{L_OPEN_THAT}}" data-siret="{{L_BY_SIRET}}" data-person="{{L_BY_PERSON}}" data-phone="{{L_BY_PHONE}}">
<h2 id="doubles-title">{{L_DOUBLES_HERE}}</h2>
<ul></ul>
<p class="buttons"><button type="button">{{L_GO_ON_HERE}}</button></p></section>
{{#REST}}<details class="all-of-it"{{#OPEN}} open{{/OPEN}}><summary>{{L_ALL_OF_IT}}</summary>
<p class="help">{{L_LATER}}</p>
{{#GROUP}}<fieldset class="group"><legend><h2>{{TITLE}}</h2></legend>
<div class="fields">
{{>INPUT}}</div>
</fieldset>
{{/GROUP}}</details>
{{/REST}}<p class="send"><button class="main">{{L_SAVE}}</button> <span class="soft shortcut" hidden>{{L_SHORTCUT}}</span></p>
<p class="visually-hidden" role="status" data-told></p>
{{>LISTS}}</form>
<script src="{{SCRIPT}}" defer></script>
