{{%AUTOESCAPE context="HTML"}}<nav class="trail" aria-label="{{L_TRAIL}}"><a href="/definition">{{L_DEF_ROOM}}</a> <a href="{{ADDRESS}}">{{PATH}}</a> <span>{{L_DEF_LETTER}}</span></nav>
<div class="title"><p class="over-title"><code>{{PATH}}</code></p><h1>{{L_DEF_LETTER}}</h1>{{#MADE_UP}}<p class="soft">{{L_DEF_MADE_UP}}</p>{{/MADE_UP}}</div>
{{>REFUSED}}
<form class="search" method="get" action="/definition/letters" role="search"><input type="hidden" name="path" value="{{PATH}}">
<div class="field"><label for="case">{{L_DEF_CASE}}</label><p class="help" id="case-help">{{L_DEF_CASE_HELP}}</p><input id="case" name="case" aria-describedby="case-help" value="{{CASE}}"></div><button class="main">{{L_DEF_SHOW}}</button></form>
<div class="stack">
<section class="card" aria-labelledby="subject"><h2 id="subject">{{L_DEF_SUBJECT}}</h2><p>{{SUBJECT}}</p></section>
<section class="card" aria-labelledby="as-text"><h2 id="as-text">{{L_DEF_AS_TEXT}}</h2><pre class="code-text" tabindex="0">{{TEXT:p}}</pre></section>
<section class="card" aria-labelledby="as-html"><h2 id="as-html">{{L_DEF_AS_HTML}}</h2><iframe class="letter-frame" tabindex="-1" sandbox="" title="{{L_DEF_AS_HTML}}" srcdoc="&lt;meta name=&quot;color-scheme&quot; content=&quot;light dark&quot;&gt;{{HTML}}"></iframe></section>
</div>
