{{%AUTOESCAPE context="HTML"}}<div class="title"><h1>{{L_NEW}}</h1>
<p>{{L_REQUEST_INTRO}}</p></div>
{{>REFUSED}}<form class="intake" method="post" action="/requests">
<input type="hidden" name="form-key" value="{{KEY}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
{{#GROUP}}<fieldset class="group{{#FIRST}} first{{/FIRST}}"><legend><h2>{{TITLE}}</h2></legend>
<div class="fields">
{{>INPUT}}</div>
</fieldset>
{{/GROUP}}<p class="send"><button class="main">{{L_SAVE}}</button></p>
{{>LISTS}}</form>
