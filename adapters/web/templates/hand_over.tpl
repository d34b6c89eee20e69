{{%AUTOESCAPE context="HTML"}}<div class="narrow">
<nav class="trail" aria-label="{{L_TRAIL}}"><a href="/directory">{{L_DIR}}</a> <a href="{{ENTRY}}">{{PARTNER}}</a> <span>{{TITLE}}</span></nav>
<div class="title"><h1>{{TITLE}}</h1><p>{{INTRO}}</p></div>
{{>REFUSED}}<section class="card" aria-labelledby="hers"><h2 id="hers">{{L_DIR_OPEN}}</h2>
{{#NO_REFERRAL}}<p class="empty">{{L_DIR_NO_OPEN}}</p>
{{/NO_REFERRAL}}<ul>{{#REFERRAL}}<li><a href="/cases/{{CASE}}">{{NUMBER}}</a></li>
{{/REFERRAL}}</ul></section>
<form class="card stack" method="post" action="{{ACTION}}">
<input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
{{>INPUT}}<p class="buttons"><button class="main">{{BUTTON}}</button> <a class="button" href="{{ENTRY}}">{{L_LEAVE}}</a></p>
</form>
</div>
