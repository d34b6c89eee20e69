{{%AUTOESCAPE context="HTML"}}<div class="narrow stack">
<div class="title"><h1>{{HEADING}}</h1>
<p>{{INTRO}}</p></div>
<section class="card main stack">
{{#TYPED}}<dl class="facts lines">{{#ROW}}<div><dt>{{LABEL}}</dt><dd>{{TEXT}}</dd></div>{{/ROW}}</dl>
{{/TYPED}}<form method="post" action="{{TO}}">
<input type="hidden" name="form-token" value="{{TOKEN}}">
{{#AGAIN}}<input type="hidden" name="{{NAME}}" value="{{VALUE:p}}">
{{/AGAIN}}<p class="buttons"><button class="main">{{L_SIGN_SEND}}</button></p>
</form></section></div>
