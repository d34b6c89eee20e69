{{%AUTOESCAPE context="HTML"}}<div class="narrow stack">
<div class="title"><h1>{{HEADING}}</h1>
<p>{{INTRO}}</p></div>
{{>REFUSED}}
<section class="card main"><form class="stack" method="post" action="/cases/{{ID}}/open-with-reason">
<input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
{{>INPUT}}
<p class="buttons"><button class="main">{{L_OPEN_CASE}}</button></p>
</form></section></div>
