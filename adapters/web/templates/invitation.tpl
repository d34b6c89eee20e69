{{%AUTOESCAPE context="HTML"}}<div class="narrow stack">
<div class="title"><h1>{{HEADING}}</h1>
<p>{{INTRO}}</p></div>
<section class="card main"><form class="stack" method="post" action="/invitation/{{TOKEN}}">
<input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
<input class="visually-hidden" type="email" value="{{EMAIL}}" autocomplete="username" readonly tabindex="-1" aria-hidden="true">
{{>NEW_PASSWORD}}
<p class="buttons"><button class="main">{{L_KEEP_CHANGES}}</button></p>
</form></section></div>
<script src="{{SCRIPT}}" defer></script>
