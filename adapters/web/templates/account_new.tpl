{{%AUTOESCAPE context="HTML"}}<div class="narrow"><nav class="trail" aria-label="{{L_TRAIL}}"><a href="/accounts">{{L_ACCOUNTS}}</a> <span>{{L_ACCOUNT_NEW}}</span></nav>
<div class="title"><h1>{{L_ACCOUNT_NEW}}</h1></div>
{{>REFUSED}}
<section class="card main"><form class="stack" method="post" action="/accounts">
<input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
{{>INPUT}}
<p class="buttons"><button class="main">{{L_INVITE}}</button></p>
</form></section></div>
