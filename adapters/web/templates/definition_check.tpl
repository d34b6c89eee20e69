{{%AUTOESCAPE context="HTML"}}<nav class="trail" aria-label="{{L_TRAIL}}"><a href="/definition">{{L_DEF_ROOM}}</a> <span>{{PAGE_TITLE}}</span></nav>
<div class="title"><h1>{{PAGE_TITLE}}</h1>{{#WHY}}<p>{{SENTENCE}}</p>{{/WHY}}</div>
<section class="card" aria-labelledby="remarks"><h2 id="remarks">{{L_DEF_REMARKS}}</h2>
{{>REMARKS}}</section>
