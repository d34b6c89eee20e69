{{%AUTOESCAPE context="HTML"}}<div class="narrow stack ask">
<div class="title"><h1>{{HEADING}}</h1>
<p>{{INTRO}}</p></div>
{{#REACH}}<p class="notice"><strong>{{L_ASK_CALL}}</strong>{{#DESK_PHONE}} <span class="nowrap">{{NUMBER}}</span>{{/DESK_PHONE}}{{#DESK_HOURS}}, {{TEXT}}{{/DESK_HOURS}}</p>
{{/REACH}}{{#SENT}}<p class="notice good" role="status">{{TEXT}} <a href="/ask/done">{{L_ASK_SEE_SENT}}</a></p>
{{/SENT}}{{>REFUSED}}<form class="ask" method="post" action="/ask" data-no-line="{{L_NO_LINE}}" data-lines-found="{{L_LINES_FOUND}}">
<input type="hidden" name="form-key" value="{{KEY}}"><input type="hidden" name="form-visit" value="{{VISIT}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
{{#STEP}}<fieldset class="group" id="step-{{INDEX}}"><legend><h2>{{INDEX}}. {{TITLE}}</h2></legend>
<div class="fields">
{{>INPUT}}</div>
</fieldset>
{{/STEP}}<div class="trap" aria-hidden="true"><label for="form-website">{{L_ASK_TRAP}}</label><input id="form-website" name="form-website" type="text" tabindex="-1" autocomplete="off"></div>
<p class="send"><button class="main">{{L_ASK_SEND}}</button></p>
{{#PRIVACY}}<p class="soft">{{TEXT}}</p>
{{/PRIVACY}}<p class="visually-hidden" role="status" data-told></p>
{{>LISTS}}</form>
</div>
<script src="{{SCRIPT}}" defer></script>
