{{%AUTOESCAPE context="HTML"}}<div class="narrow stack">
<div class="title"><h1>{{HEADING}}</h1>
<p>{{INTRO}}</p></div>
<section class="card main"><form method="post" action="{{TO}}">
<input type="hidden" name="form-token" value="{{TOKEN}}">
{{#AGAIN}}<input type="hidden" name="{{NAME}}" value="{{VALUE:p}}">
{{/AGAIN}}<p class="buttons"><button class="main">{{L_SIGN_GO_ON}}</button></p>
</form></section></div>
