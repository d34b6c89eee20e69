{{%AUTOESCAPE context="HTML"}}<!doctype html>
<html lang="{{LANGUAGE}}"{{#LOOK}} data-look="{{KEPT}}"{{/LOOK}}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#0f4a4f">
<meta name="htmx-config" content='{"allowEval":false,"includeIndicatorStyles":false,"historyCacheSize":0}'>
<title>{{TITLE}} - {{DESK}}</title>
<link rel="icon" href="{{ICON}}">
<link rel="stylesheet" href="{{CSS}}">
<script src="{{HTMX}}" defer></script>
</head>
<body>
<a class="skip" href="#content">{{L_SKIP}}</a>
<header class="top">
<div class="mark"><div class="wide">
<p class="desk"><a href="/"><img src="{{ICON}}" alt="" width="28" height="28"> <span>{{DESK}}</span></a></p>
{{#ROOMS_BUTTON}}<button class="to-rooms" type="button" popovertarget="rooms">{{L_MENU}}</button>
{{/ROOMS_BUTTON}}<div class="account">
{{#ROLES}}<form class="role" method="post" action="/role">
<input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
<input type="hidden" name="back" value="{{HERE}}">
<label for="who">{{L_AS}}</label>
<select id="who" name="who">{{#MEMBER}}<option value="{{ID}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{NAME}}</option>{{/MEMBER}}</select>
<button>{{L_CHANGE}}</button>
</form>
{{/ROLES}}{{#SIGNED_IN}}<form class="role" method="post" action="/sign-out">
<input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
<a href="/account" title="{{L_ACCOUNT}}">{{NAME}}</a> <button>{{L_SIGN_OUT}}</button>
</form>
{{/SIGNED_IN}}<a class="tongue" href="{{OTHER_ADDRESS}}" lang="{{OTHER_LANGUAGE}}" hreflang="{{OTHER_LANGUAGE}}">{{L_OTHER_LANGUAGE}}</a>
</div>
</div></div>
{{#ROOMS}}<nav id="rooms" popover aria-label="{{L_ROOMS}}"><ul class="wide">
{{#ROOM}}<li><a href="{{ADDRESS}}"{{#AT}} aria-current="page"{{/AT}}>{{NAME}}</a></li>
{{/ROOM}}</ul></nav>
{{/ROOMS}}</header>
{{#CLOCK}}<form class="clock" method="post" action="/clock" aria-label="{{L_CLOCK}}">
<input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
<div class="wide">
<p>{{L_WE_ARE}} <strong><time>{{TODAY}}</time></strong></p>
<input type="hidden" name="back" value="{{HERE}}">
<div class="buttons"><button name="by" value="day">{{L_PLUS_DAY}}</button>
<button name="by" value="week">{{L_PLUS_WEEK}}</button>
<button name="by" value="month">{{L_PLUS_MONTH}}</button></div>
</div>
</form>
{{/CLOCK}}<main id="content" tabindex="-1">
{{#NOTICE}}<p class="notice" role="status">{{SENTENCE}}</p>
{{/NOTICE}}{{#OPENED}}<form class="notice warn row no-print" method="post" action="/cases/{{ID}}/close-again"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}"><span>{{SENTENCE}}</span> <button>{{L_CLOSE_AGAIN}}</button></form>
{{/OPENED}}{{#MOVED}}<section class="notice" role="status" aria-labelledby="moved-title">
<h2 id="moved-title">{{SENTENCE}}</h2>
{{#SOME}}<details><summary>{{L_WHICH}}</summary>
<table class="stacked">
<thead><tr><th scope="col">{{L_LEFT_AT}}</th><th scope="col">{{L_CASE}}</th><th scope="col">{{L_SUBJECT}}</th><th scope="col">{{L_TO}}</th></tr></thead>
<tbody>
{{#LETTER}}<tr><td class="when" data-label="{{L_LEFT_AT}}">{{AT}}</td><td data-label="{{L_CASE}}"><a href="/cases/{{CASE}}">{{NUMBER}}</a></td><td data-label="{{L_SUBJECT}}">{{SUBJECT}}</td><td data-label="{{L_TO}}">{{TO}}</td></tr>
{{/LETTER}}</tbody></table>
{{#MORE}}<p>{{SENTENCE}}</p>
{{/MORE}}</details>
{{/SOME}}</section>
{{/MOVED}}{{>BODY}}
</main>
<footer class="foot"><div class="wide">
<p>{{DESK}}{{#PHONE}} · {{NUMBER}}{{/PHONE}}</p>
<nav aria-label="{{L_LOOK}}"><ul>
<li>{{L_LOOK}}</li>
<li><a href="{{LIGHT_ADDRESS}}"{{#IS_LIGHT}} aria-current="true"{{/IS_LIGHT}}>{{L_LIGHT}}</a></li>
<li><a href="{{DARK_ADDRESS}}"{{#IS_DARK}} aria-current="true"{{/IS_DARK}}>{{L_DARK}}</a></li>
<li><a href="{{AUTO_ADDRESS}}"{{#IS_AUTO}} aria-current="true"{{/IS_AUTO}}>{{L_AUTO}}</a></li>
</ul></nav>
</div></footer>
</body>
</html>
