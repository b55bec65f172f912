academyFind.take("4baf7a7ef794","f-stage",[["idea","Idea",0,"$"],["live","Live",0,"#"]]);
