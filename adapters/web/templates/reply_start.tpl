{{%AUTOESCAPE context="HTML"}}<div class="narrow stack">
<div class="title"><h1>{{HEADING}}</h1>
<p>{{INTRO}}</p></div>
{{>REFUSED}}{{#KNOWN}}<dl class="facts">{{#ROW}}<div><dt>{{LABEL}}</dt><dd>{{TEXT}}</dd></div>{{/ROW}}</dl>
{{/KNOWN}}{{#TYPED}}<section class="card" aria-labelledby="typed-title"><h2 id="typed-title">{{TITLE}}</h2>
<dl class="facts">{{#TYPED_ROW}}<div><dt>{{LABEL}}</dt><dd>{{TEXT:p}}</dd></div>{{/TYPED_ROW}}</dl></section>
{{/TYPED}}<section class="card main" aria-labelledby="proof-title">
<h2 id="proof-title">{{L_CODE_CARD}}</h2>
<p>{{REASON_WHY}}</p>
<form class="stack" method="post" action="/r/{{LOCATOR}}/code">
<input type="hidden" name="form-visit" value="{{VISIT}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
<p class="buttons"><button class="main">{{#IS_KNOWN}}{{L_GO_ON}}{{/IS_KNOWN}}{{#IS_NEW}}{{L_GET_CODE}}{{/IS_NEW}}</button>
<a href="/r/{{LOCATOR}}/code">{{L_HAVE_CODE}}</a></p>
</form>
</section>
<p class="soft">{{L_REACH}}{{#DESK_PHONE}} {{NUMBER}}{{/DESK_PHONE}}{{#DESK_MAIL}} · {{ADDRESS}}{{/DESK_MAIL}}</p>
</div>
